/**
 * Published on purpose: they open nothing but a demo, whose people are invented. `GET /api/demo.accounts` shows them in demo mode
 * alone, and no other mode ever creates these accounts.
 */
export const demoPassword = 'linli-demo-2026'
export const demoTotpSecret = 'LINLIDEMOLINLIDEMOLINLIDEMOLINLI'
