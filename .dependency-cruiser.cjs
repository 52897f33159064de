/** The arrow rule: apps → modules → kernel → platform; arrows never turn back and never form a ring. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const TEST = '\\.(test|probe)\\.tsx?$'
const WEB_STAFF = '^(apps/staff|modules/[^/]+/web/staff)/'

module.exports = {
  forbidden: [
    forbid('no-ring', 'Arrows never form a ring.', {}, { circular: true }),
    forbid(
      'platform-knows-nobody',
      'platform holds technology and no domain.',
      { path: '^platform/', pathNot: TEST },
      { path: '^(kernel|modules|apps|testing)/' },
    ),
    forbid(
      'kernel-knows-no-feature',
      'The kernel knows no feature.',
      { path: '^kernel/', pathNot: TEST },
      { path: '^(modules|apps|testing)/' },
    ),
    forbid(
      'modules-know-no-app',
      'Modules do not know who composes them.',
      { path: '^modules/', pathNot: TEST },
      { path: '^(apps|testing)/' },
    ),
    forbid(
      'apps-ship-no-test-code',
      'What ships does not import what tests.',
      { path: '^apps/', pathNot: TEST },
      { path: '^testing/' },
    ),
    forbid(
      'ui-has-no-domain',
      'ui knows tables and forms, no street.',
      { path: '^ui/' },
      { path: '^(kernel|modules|apps|platform)/' },
    ),
    forbid(
      'kernel-parts-through-doors',
      'A kernel part reaches another through its door.',
      { path: '^kernel/([^/]+)/', pathNot: TEST },
      { path: '^kernel/', pathNot: ['^kernel/$1/', '^kernel/[^/]+/door\\.ts$'] },
    ),
    forbid(
      'kernel-through-doors',
      'Everybody else reaches the kernel through its doors.',
      { path: '^(apps|modules)/', pathNot: TEST },
      { path: '^kernel/', pathNot: '^kernel/[^/]+/(door\\.ts$|web/)' },
    ),
    forbid(
      'modules-through-contracts',
      'A module imports another only through its contract.',
      { path: '^modules/([^/]+)/', pathNot: TEST },
      { path: '^modules/', pathNot: ['^modules/$1/', '^modules/[^/]+/(contract|lookup)\\.ts$'] },
    ),
    forbid(
      'apps-compose-modules',
      'An app composes contracts, tables of contents, texts and screens; it draws the receipt as PDF.',
      { path: '^apps/', pathNot: TEST },
      {
        path: '^modules/',
        pathNot: '^modules/[^/]+/((contract|lookup|module|texts)\\.ts$|web/|catalogue/|receipt-(content|pdf)\\.ts$)',
      },
    ),
    forbid(
      'browser-sees-contracts-and-screens',
      'The browser gets contracts, screens, texts and ui; never rules or SQL.',
      { path: WEB_STAFF, pathNot: `${TEST}|vite\\.config\\.ts$` },
      {
        path: '^(apps|modules|kernel|platform)/',
        pathNot: [
          WEB_STAFF,
          '^modules/[^/]+/(contract|texts|web/[a-z-]+)\\.ts$',
          '^kernel/[^/]+/web/',
          '^platform/(text|contract)\\.ts$',
        ],
      },
    ),
    forbid('resolvable', 'Every import exists.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
