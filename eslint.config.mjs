import tseslint from 'typescript-eslint'

const CORE = ['lib/base/**/*.ts', 'lib/*/rules/**/*.ts', 'lib/*/{model,schema,texts}.ts']

const size = (max, perFunction) => ({
  'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: perFunction, skipBlankLines: true, skipComments: true }],
})

const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take today as a parameter, or ask lib/platform/clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take now as a parameter, or ask lib/platform/clock.' },
]
const inlineStyle = [{ selector: "JSXAttribute[name.name='style']", message: 'The content security policy refuses style attributes: use a class.' }]

export default tseslint.config(
  { ignores: ['node_modules/', '.next/', '.stap/', 'prisma/generated/', 'next-env.d.ts', '**/*.{mjs,cjs,js}'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      ...size(400, 100),
      complexity: ['error', 25],
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...clock, ...inlineStyle],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports', fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // React takes async functions as form actions; everywhere else a forgotten promise is a fault.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      // An interface may be asynchronous although one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
    },
  },
  {
    files: CORE,
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'crypto', 'console'],
      'no-restricted-syntax': ['error', ...clock,
        { selector: 'FunctionDeclaration[async=true], ArrowFunctionExpression[async=true]', message: 'Load first, then decide.' }],
    },
  },
  // Turning text into a branded type, or a row of a driver into its shape, happens in these places only.
  { files: ['lib/base/**/*.ts', 'tests/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-unsafe-type-assertion': 'off' } },
  { files: ['lib/platform/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['scripts/**/*.ts', 'prisma/seed/**/*.ts'],
    rules: { 'no-console': 'off', 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
)
