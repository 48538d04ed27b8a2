const HAN = /^\p{Script=Han}+$/u;

/** `Family, Given` of a name in Han characters, which prose has whole and without a space; null for other names. */
export function spokenName(family: string | undefined, given: string | undefined): string | null {
  return family && given && HAN.test(family) ? `${family}, ${given}` : null;
}
