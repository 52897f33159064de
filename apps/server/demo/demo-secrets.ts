/**
 * Published on purpose: they open nothing but a demo, whose people are invented. `GET /api/demo.accounts` shows them in demo mode
 * alone, and no other mode ever creates these accounts.
 */
export const demoPassword = 'linli-demo-2026'
export const demoTotpSecret = 'LINLIDEMOLINLIDEMOLINLIDEMOLINLI'
/** Opens the two interfaces of a bureau's system, at the demo's street alone. */
export const demoMachineSecret = 'linli-demo-machine-2026'
