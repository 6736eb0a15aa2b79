export * from './runtime/clock.ts'
