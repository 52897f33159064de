/** How large a hard test is: what the issue names, or three times as much by `--scale compass`. */
export const times = process.env.TEST_SCALE === 'compass' ? 3 : 1
