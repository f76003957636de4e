import { failureOf } from "../contracts/failure";

const first = 5_000; // milliseconds
const mostInDoubt = 60_000;
const mostRefused = 600_000; // each refusal stands in the platform's log

/** Reads, and again after a wait that doubles until it was read; gives when it was tried once. */
export async function untilRead(read: () => Promise<void>, wait = first): Promise<void> {
  try {
    await read();
  } catch (error) {
    const next = Math.min(wait * 2, failureOf(error).inDoubt ? mostInDoubt : mostRefused);
    setTimeout(() => void untilRead(read, next), wait);
  }
}
