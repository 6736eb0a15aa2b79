declare module 'json-logic-js' {
  namespace jsonLogic {
    type Rule = string | number | boolean | null | readonly Rule[] | { readonly [operator: string]: Rule }
  }
  const jsonLogic: { readonly apply: (rule: jsonLogic.Rule, data: unknown) => unknown }
  export = jsonLogic
}

declare module 'node-nlp' {
  export class NlpManager {
    constructor(settings: {
      languages: readonly string[]
      forceNER: boolean
      autoSave: boolean
      nlu: { log: boolean }
    })
    addDocument(locale: string, utterance: string, intent: string): void
    train(): Promise<void>
    process(locale: string, utterance: string): Promise<{ intent: string; score: number }>
  }
}
