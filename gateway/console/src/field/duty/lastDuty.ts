/** What was stated at the last sign-on on this device, so that it is typed once. */
export interface LastDuty {
  unit: string;
  /** Ids of the colleagues. */
  colleagues: string;
  radio: string;
  vehicle: string;
  equipment: readonly string[];
}

const nothing: LastDuty = { unit: "", colleagues: "", radio: "", vehicle: "", equipment: [] };

const keyOf = (subject: string) => `handhaving-field-duty ${subject}`;

export function lastDutyOf(subject: string): LastDuty {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(keyOf(subject)) ?? "{}") as Partial<LastDuty>) };
  } catch {
    return nothing;
  }
}

export function keepDuty(subject: string, duty: LastDuty): void {
  localStorage.setItem(keyOf(subject), JSON.stringify(duty));
}

/** Ids in what somebody typed, split by spaces, commas or lines. */
export function officersIn(text: string): string[] {
  return [...new Set(text.toLowerCase().split(/[\s,;]+/).filter((id) => id !== ""))];
}
