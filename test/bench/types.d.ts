declare module 'json-logic-js' {
  export type Rule =
    | string
    | number
    | boolean
    | null
    | readonly Rule[]
    | { readonly [operator: string]: Rule }
  const jsonLogic: { readonly apply: (rule: Rule, data: unknown) => unknown }
  export default jsonLogic
}
