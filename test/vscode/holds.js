/** How many things were found as they should be, by whoever looks at the editor from outside. */
let count = 0;

/** Tells, and counts, that something is as it should be. */
export function holds(what) {
  count += 1;
  console.log(`  ✔ ${what}`);
}

/** The number since the last call. */
export function takeCount() {
  const taken = count;
  count = 0;
  return taken;
}
