import type { Child } from 'hono/jsx'

export const BackIcon = () => <Icon>{<path d="M15 5l-7 7 7 7" />}</Icon>

export const AgainIcon = () => (
  <Icon>
    <path d="M5 12a7 7 0 1 0 2.2-5.1" />
    <path d="M7.5 2.8v4.4h4.4" />
  </Icon>
)

export const SendIcon = () => <Icon>{<path d="M12 19V6M6 11.5L12 5.5l6 6" />}</Icon>

function Icon({ children }: { children: Child }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" class="icon">
      {children}
    </svg>
  )
}
