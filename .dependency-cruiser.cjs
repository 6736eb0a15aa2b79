/** The walls between rooms: an arrow runs downward only, and the pure rooms touch nothing that is not pure. */
const room = (...names) => `^src/(${names.join('|')})/`

/** The register's types that what decides may read. */
const PURE_OF_REGISTER = '^src/register/(household|ledger-entry|office)\\.ts$'

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'policy-and-understanding-are-pure',
      comment: 'They import themselves, the gazetteer and pure libraries.',
      severity: 'error',
      from: { path: room('policy', 'understanding', 'regions'), pathNot: '^src/understanding/training/' },
      to: {
        path: '^(src|node_modules)/|^(node|bun):|^(fs|path|os|crypto)$',
        pathNot: [room('regions'), ...ownRoom(), '^node_modules/(zod|opencc-js|jsewts)/'],
      },
    },
    {
      name: 'conversation-is-pure',
      severity: 'error',
      from: { path: room('conversation') },
      to: {
        path: '^(src|node_modules)/|^node:',
        pathNot: [
          room('conversation', 'policy', 'understanding', 'regions', 'i18n'),
          PURE_OF_REGISTER,
          '^node_modules/zod/',
        ],
      },
    },
    {
      name: 'what-is-heard-knows-no-answers',
      comment: 'Reading a message, whom it means, and what is reckoned of it come before any words.',
      severity: 'error',
      from: { path: '^src/conversation/(hearing|persons|reckoning)/' },
      to: { path: '^src/conversation/(asking|topics|words|routes|rendering)/' },
    },
    {
      name: 'words-know-nothing-of-the-turn-they-are-told-in',
      severity: 'error',
      from: { path: '^src/conversation/(words|routes|rendering)/' },
      to: { path: '^src/conversation/(asking|topics)/' },
    },
    {
      name: 'what-a-household-is-is-pure',
      severity: 'error',
      from: { path: PURE_OF_REGISTER },
      to: { path: '^(src|node_modules)/|^node:', pathNot: [room('policy'), PURE_OF_REGISTER] },
    },
    {
      name: 'storage-privacy-i18n-stand-at-the-bottom',
      severity: 'error',
      from: { path: room('storage', 'privacy', 'i18n') },
      to: { path: '^src/', pathNot: [room('storage', 'privacy', 'i18n')] },
    },
    {
      name: 'time-knows-nothing-above-it',
      severity: 'error',
      from: { path: room('time') },
      to: { path: '^(src|node_modules)/|^node:', pathNot: [room('time'), '^src/policy/facts\\.ts$'] },
    },
    {
      name: 'who-acts-and-where-is-pure',
      severity: 'error',
      from: { path: room('staff') },
      to: { path: '^(src|node_modules)/|^node:', pathNot: room('staff') },
    },
    {
      name: 'the-audit-knows-nothing-above-it',
      severity: 'error',
      from: { path: room('audit') },
      to: { path: '^src/', pathNot: [room('audit', 'staff', 'storage', 'privacy'), '^src/services\\.ts$'] },
    },
    {
      name: 'the-register-knows-nothing-above-it',
      severity: 'error',
      from: { path: room('register') },
      to: {
        path: room(
          'determinations',
          'audiences',
          'uploads',
          'cases',
          'linking',
          'inbox',
          'conversation',
          'channels',
          'api',
          'console',
          'cli',
        ),
      },
    },
    {
      name: 'what-is-kept-of-determinations-knows-nothing-above-it',
      severity: 'error',
      from: { path: room('determinations') },
      to: {
        path: '^src/',
        pathNot: [
          room('determinations', 'book', 'register', 'policy', 'staff', 'storage', 'time'),
          '^src/services\\.ts$',
        ],
      },
    },
    {
      name: 'figures-are-counted-of-the-register-alone',
      severity: 'error',
      from: { path: room('figures') },
      to: {
        path: '^src/',
        pathNot: [
          room('figures', 'determinations', 'policy', 'staff', 'storage', 'time'),
          '^src/services\\.ts$',
        ],
      },
    },
    {
      name: 'the-book-knows-the-plan-and-what-was-decided',
      severity: 'error',
      from: { path: room('book') },
      to: { path: '^src/', pathNot: room('book', 'policy', 'storage') },
    },
    {
      name: 'decisions-know-nothing-of-whom-they-are-told-to',
      severity: 'error',
      from: { path: room('amendments') },
      to: {
        path: '^src/',
        pathNot: [
          room(
            'amendments',
            'audit',
            'book',
            'determinations',
            'i18n',
            'policy',
            'register',
            'regions',
            'staff',
            'storage',
            'time',
          ),
          '^src/(services|fault)\\.ts$',
        ],
      },
    },
    {
      name: 'audiences-know-nothing-of-what-is-sent-to-them',
      severity: 'error',
      from: { path: room('audiences') },
      to: { path: room('broadcasts', 'outbox', 'cases', 'inbox', 'channels', 'api', 'console', 'cli') },
    },
    {
      name: 'broadcasts-know-nothing-above-them',
      severity: 'error',
      from: { path: room('broadcasts') },
      to: { path: room('cases', 'linking', 'inbox', 'channels', 'jobs', 'api', 'console', 'cli') },
    },
    {
      name: 'pictures-are-drawn-of-what-is-said',
      severity: 'error',
      from: { path: room('pictures'), pathNot: '^src/pictures/drawing/' },
      to: {
        path: '^(src|node_modules)/|^node:',
        pathNot: room('pictures', 'conversation', 'policy', 'understanding'),
      },
    },
    {
      name: 'cases-know-nothing-above-them',
      severity: 'error',
      from: { path: room('cases') },
      to: { path: room('inbox', 'channels', 'api', 'console', 'cli') },
    },
    {
      name: 'linking-knows-nothing-above-it',
      severity: 'error',
      from: { path: room('linking') },
      to: { path: room('cases', 'inbox', 'channels', 'api', 'console', 'cli') },
    },
    {
      name: 'labelling-knows-nothing-above-it',
      severity: 'error',
      from: { path: room('labelling') },
      to: {
        path: room('cases', 'linking', 'broadcasts', 'inbox', 'channels', 'jobs', 'api', 'console', 'cli'),
      },
    },
    {
      name: 'inspection-reads-and-is-read-by-desks-and-commands-alone',
      severity: 'error',
      from: { path: room('inspection') },
      to: { path: room('broadcasts', 'cases', 'linking', 'channels', 'jobs', 'api', 'console', 'cli') },
    },
    {
      name: 'what-households-were-told-is-read-of-what-was-said-and-sent',
      severity: 'error',
      from: { path: room('told') },
      to: {
        path: '^src/',
        pathNot: [
          room('told', 'inbox', 'outbox', 'staff', 'understanding', 'storage', 'privacy'),
          '^src/services\\.ts$',
        ],
      },
    },
    {
      name: 'inbox-knows-no-channel',
      severity: 'error',
      from: { path: room('inbox') },
      to: { path: room('channels', 'api', 'console', 'cli') },
    },
    {
      name: 'files-handed-in-know-the-register-and-what-lies-below',
      severity: 'error',
      from: { path: room('uploads') },
      to: {
        path: '^src/',
        pathNot: [
          room('uploads', 'register', 'audit', 'staff', 'storage', 'privacy'),
          '^src/(services|fault)\\.ts$',
        ],
      },
    },
    {
      name: 'the-outbox-knows-who-sends-only-as-a-port',
      severity: 'error',
      from: { path: room('outbox') },
      to: { path: room('inbox', 'channels', 'api', 'console', 'cli', 'register', 'cases', 'broadcasts') },
    },
    {
      name: 'channels-and-api-know-no-command',
      severity: 'error',
      from: { path: room('channels', 'api', 'console', 'public') },
      to: { path: [room('cli'), '^src/(app|server|worker)\\.tsx?$'] },
    },
    {
      name: 'the-application-knows-no-runtime',
      comment: 'Only the entries, the commands and the Node side of storage touch Node.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/cli/',
          '^src/server\\.ts$',
          '^src/runtime/',
          '^src/storage/(sqlite|connection|flush-log|group-commit|unit-writer|writer|writer-thread)\\.ts$',
          '^src/understanding/training/',
          '^src/pictures/drawing/',
        ],
      },
      to: {
        path: '^(node|cloudflare):|^(fs|path|os|child_process|http|better-sqlite3)$|node_modules/(better-sqlite3|@hono/node-server|wrangler)/',
      },
    },
    {
      name: 'a-runtime-is-put-together-by-entries-and-commands',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(server|worker)\\.ts$', room('cli', 'runtime')] },
      to: { path: room('runtime') },
    },
    {
      name: 'src-does-not-import-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

function ownRoom() {
  return ['^src/policy/', '^src/understanding/']
}
