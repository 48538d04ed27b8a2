/** The largest and the smallest of many numbers: `Math.max(...numbers)` throws when they are more than about 125,000. */

/** The largest number; `least` where there is none above it. */
export function largestOf(numbers: Iterable<number>, least = -Infinity): number {
  let largest = least;
  for (const number of numbers) if (number > largest) largest = number;
  return largest;
}

/** The smallest number; `most` where there is none below it. */
export function smallestOf(numbers: Iterable<number>, most = Infinity): number {
  let smallest = most;
  for (const number of numbers) if (number < smallest) smallest = number;
  return smallest;
}
