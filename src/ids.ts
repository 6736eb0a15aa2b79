export * from './runtime/ids.ts'
