import next from 'eslint-config-next/core-web-vitals';
import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/*
 * The rooms of the house: who may import whom, and why not otherwise. The patterns see both ways to write an import:
 * `@/lib/db/client` and `../db/client`.
 */

/** An import of the room `path` (`server`, `lib/db`), from anywhere. @param {string} path @param {string} message */
function no(path, message) {
  const [top, inner] = path.split('/');
  const relative = inner ? String.raw`(?:\.\./)+(?:lib/)?${inner}` : String.raw`(?:\.\./)+${top}`;
  return { regex: `^(?:@/${path}|${relative})(?:/|$)`, message };
}

/** An import of a package. @param {string} names alternatives @param {string} message */
const noPackage = (names, message) => ({ regex: `^(?:${names})(?:/|$)`, message });

const notServer = no('server', 'The application and the server share no memory: what one must tell the other goes through Postgres (row and notification).');
const notApp = no('app', 'The server starts Next as a library and knows nothing of its pages; shared code lives in lib.');
const notUp = [
  no('app', 'lib is used by app and by server, never the other way round.'),
  no('server', 'lib is used by app and by server, never the other way round.'),
];
const noFramework = noPackage('next|next-auth|next-intl|react|react-dom', 'lib runs in the server, in tests and in the browser alike: frameworks stay in app.');
const pure = noPackage('pg|drizzle-orm|node:fs|node:net|node:http|ws', 'This room is pure: the same functions run on the server, in the browser and in a unit test.');

const pureRooms = ['document', 'figures', 'layout', 'diff', 'checks', 'exchange', 'sync', 'policies'];
const entities = ['scenarios', 'comments', 'positions', 'snapshots', 'sign-offs', 'meetings', 'people', 'inbox', 'collections'];
const others = ['db', 'log', 'messages', 'sessions', 'print'];

/** Every room of lib but those named. @param {string} reason @param {...string} allowed */
const only = (reason, ...allowed) =>
  [...pureRooms, ...entities, ...others].filter((room) => !allowed.includes(room)).map((room) => no(`lib/${room}`, reason));

const reader = 'Figures, diffs, checks and the exchange format are pure readers of a Scenario: they import the domain only.';

/** @type {Record<string, { regex: string, message: string }[]>} */
const arrows = {
  'app/**': [notServer],
  'server/**': [notApp, noPackage('react|react-dom|next-auth|next-intl', 'The server draws nothing: Next does, started as a library.')],
  'lib/domain/**': [{ regex: String.raw`^(?!\./)`, message: 'The domain imports nothing: it is what everything else speaks of.' }],
  'lib/document/**': [...notUp, noFramework, pure, ...only('The document knows the domain and Yjs, nothing else.', 'document')],
  'lib/figures/**': [...notUp, noFramework, pure, ...only(reader, 'figures')],
  'lib/layout/**': [...notUp, noFramework, pure, ...only('Tidying up reads a Scenario as the figures show it.', 'layout', 'figures')],
  'lib/diff/**': [...notUp, noFramework, pure, ...only(reader, 'diff')],
  'lib/checks/**': [...notUp, noFramework, pure, ...only(reader, 'checks')],
  'lib/exchange/**': [...notUp, noFramework, pure, ...only(reader, 'exchange')],
  'lib/sync/**': [...notUp, noFramework, pure, ...only('What both ends of the wire share knows neither end.', 'sync')],
  'lib/policies/**': [...notUp, noFramework, pure, ...only('Permissions are sentences about the domain; who asks brings the facts.', 'policies')],
  'lib/db/**': [...notUp, noFramework, ...only('The schema knows the domain, not the verbs that use it.', 'db')],
  'lib/log/**': [...notUp, noFramework, ...only('The document log is used by sync rooms and verbs alike; it knows the rows, the document and what lists show of it.', 'log', 'db', 'document', 'checks')],
  'lib/print/**': [...notUp, noFramework, ...only('A format draws what it is given (`PrintDocument`); who prints says what stands there.', 'print')],
  'lib/messages/**': [...notUp, ...only('Messages are words and know no verbs.', 'messages')],
  'lib/sessions/**': [
    ...notUp,
    ...only('A session says who is signed in; signing in is a verb of people.', 'sessions', 'people', 'db', 'policies'),
  ],
  ...Object.fromEntries(
    entities.map((entity) => [
      `lib/${entity}/**`,
      [
        ...notUp,
        noFramework,
        ...entities
          .filter((other) => other !== entity)
          .map((other) => no(`lib/${other}`, 'Verbs of one entity do not call those of another; what both need lives in a room below (db, log, document, policies).')),
        no('lib/sessions', 'A verb is told who acts (`actor`); it does not ask the session.'),
      ],
    ]),
  ),
};

/** Files speak for themselves by name. @type {import('eslint').Rule.RuleModule} */
const fileName = {
  meta: { type: 'suggestion', schema: [], messages: { wrong: 'Name the file in kebab-case, or in PascalCase if it holds a React component (.tsx).' } },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split('/').at(-1) ?? '';
      const fits = /^[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|tsx|mjs|d\.ts)$/.test(name) || /^[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx$/.test(name);
      if (!fits) context.report({ node, messageId: 'wrong' });
    },
  }),
};

const startsNext = noPackage('next', 'Only server/next-application.ts starts Next.');

export default tseslint.config(
  globalIgnores(['.next/**', '.build/**', '.data/**', 'node_modules/**', 'public/**', 'next-env.d.ts', 'test-results/**', 'playwright-report/**', 'drizzle/**']),
  ...next,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { house: { rules: { 'file-name': fileName } } },
    linterOptions: { noInlineConfig: true }, // a rule that is wrong is changed here, with its reason
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-invalid-void-type': 'off', // the style of `return void f()` in listeners is meant
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off', // with noUncheckedIndexedAccess, `!` says what a bounds check has shown
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      'jsx-a11y/alt-text': ['error', { elements: ['img'] }], // `Image` is an icon here: next/image is not used
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      // Error pages and signing out load afresh on purpose: nothing of the last session stays in memory.
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-location-assign-relative-destination': 'off',
      'house/file-name': 'error',
    },
  },
  ...Object.entries(arrows).map(([folder, patterns]) => ({
    files: [`${folder}/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns: folder === 'server/**' ? [...patterns, startsNext] : patterns }] },
  })),
  { files: ['server/next-application.ts'], rules: { 'no-restricted-imports': ['error', { patterns: arrows['server/**'] }] } },
  // Tests cross rooms on purpose.
  { files: ['**/*.test.{ts,tsx}', 'tests/**'], rules: { 'no-restricted-imports': 'off', 'max-lines': 'off', 'no-console': 'off', 'react-hooks/rules-of-hooks': 'off' } }, // Playwright's fixtures have a `use` of their own
  { files: ['server/*.mjs'], rules: { 'no-console': 'off' } },
);
