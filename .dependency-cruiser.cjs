// The directions in which one file may use another; docs/architecture.md draws them.
const DOMAIN = '^lib/(?!base/|platform/)([^/]+)/'
const PURE = '^lib/(base/|(?!base/|platform/)[^/]+/(rules/|(model|schema|texts)\\.ts$))'
const NODE = '^node_modules/'
// Platform files without effects that a form or a component may know: the shape of a form's answer, and who may do what.
const PURE_PLATFORM = '^lib/platform/(policy|assurance|zod-nl)\\.ts$'
const error = (name, from, to, extra = {}) => ({ name, severity: 'error', from, to, ...extra })

const FLOORS = [
  ['base', 'platform'],
  ['regeling'],
  ['register'],
  ['aanlevering', 'tijdvak', 'kwaliteit', 'koppeling', 'toelating', 'vooraanmelding', 'voorportaal'],
  ['aanvraag', 'opendata', 'wachtkamer'],
  ['toewijzing', 'hulp'],
  ['reservelijst'],
  ['beschikking', 'loting'],
  ['vordering', 'opschorting', 'bezwaar', 'bankrekening'],
  ['betaling', 'annulering'],
  ['bank', 'verantwoording', 'toezicht', 'wijziging'],
  ['financien', 'monitoring', 'bewijs'],
]
/** A module may call another only downward: what must go up is a job in the outbox. */
const floors = FLOORS.slice(1).flatMap((modules, index) => {
  const floor = index + 1
  const above = FLOORS.slice(floor).flat()
  return modules.map((name) => error(`floor-${floor}-${name}`, { path: `^lib/${name}/` },
    { path: `^lib/(${above.filter((other) => other !== name).join('|')})/` }))
}).filter(({ to }) => to.path !== '^lib/()/')

module.exports = {
  forbidden: [
    error('no-cycles', { pathNot: '^prisma/generated/' }, { circular: true }),
    error('no-cycles-between-modules', { path: '^lib/[^/]+$' }, { circular: true }, { scope: 'folder' }),
    error('base-stands-alone', { path: '^lib/base/' }, { pathNot: ['^lib/base/', `${NODE}(temporal-polyfill|ibantools)/`] }),
    error('core-is-pure', { path: PURE, pathNot: '^lib/base/' }, { pathNot: [PURE, `${NODE}(zod|temporal-polyfill)/`] }),
    error('only-repo-and-views-know-prisma',
      { pathNot: ['^lib/platform/', DOMAIN + '(repo|views)(\\.ts$|/)', '^prisma/', NODE, '^tests/', '^prisma\\.config\\.ts$', '^scripts/'] },
      { path: ['^node_modules/@?prisma', '^prisma/generated/'] }),
    error('a-repo-is-private', { path: DOMAIN }, { path: DOMAIN + 'repo(\\.ts$|/)', pathNot: '^lib/$1/' }),
    error('app-goes-through-use-cases-and-views', { path: '^app/' }, { path: [DOMAIN + 'repo(\\.ts$|/)', '^lib/platform/(db|queue)\\.ts$'] }),
    error('audiences-are-strangers', { path: '^app/\\(([^)]+)\\)/' }, { path: '^app/\\(', pathNot: '^app/\\($1\\)/' }),
    error('components-are-views', { path: '^components/' }, { path: '^(app|lib|workers)/', pathNot: [PURE, PURE_PLATFORM] }),
    error('client-files-stay-light', { path: '^app/.+(/form|\\.client)\\.tsx$' }, { path: '^(lib|workers)/', pathNot: [PURE, PURE_PLATFORM] }),
    error('lib-looks-down-only', { path: '^lib/' }, { path: '^(app|components|workers|tests|scripts)/' }),
    error('platform-knows-no-domain', { path: '^lib/platform/' }, { path: DOMAIN }),
    error('workers-run-use-cases', { path: '^workers/' }, { path: ['^app/', '^components/', DOMAIN + '(repo|views|rules/)'] }),
    error('vendors-live-in-platform', { pathNot: ['^lib/platform/', NODE, '^tests/', '^scripts/', '^app/api/auth/'] },
      { path: `${NODE}(bullmq|ioredis|next-auth|nodemailer|pino|pg|libxml2-wasm|@myriaddreamin)/` }),
    error('nothing-uses-the-stand-in', { path: '^(app|components|lib|workers)/' }, { path: '^scripts/' }),
    error('every-rule-has-a-test', { path: '^tests/' }, { path: DOMAIN + 'rules/', reachable: false }),
    ...floors,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.stap)/' },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'default'], exportsFields: ['exports'] },
  },
}
