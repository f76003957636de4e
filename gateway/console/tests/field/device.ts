import { Outbox, type Kept } from "../../src/field/unsent/outbox";
import type { Unsent } from "../../src/field/unsent/step";

/** What the device keeps, and the platform that a test lets answer. */
export class Device implements Kept {
  text: string | null = null;
  aside: string | null = null;
  readonly tried: Unsent[] = [];
  readonly taken: Unsent[] = [];
  answer: (unsent: Unsent) => Error | undefined = () => undefined;

  read = () => this.text;
  write = (text: string) => { this.text = text; };
  readAside = () => this.aside;
  writeAside = (text: string) => { this.aside = text; };

  open = (alone: (act: () => Promise<void>) => Promise<void> = (act) => act()) => new Outbox(this, (unsent) => {
    this.tried.push(unsent);
    const error = this.answer(unsent);
    if (error) return Promise.reject(error);
    this.taken.push(unsent);
    return Promise.resolve();
  }, alone);
}

export const kindsOf = (unsent: readonly Unsent[]) => unsent.map(({ step }) => step.kind);
