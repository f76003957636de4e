import { momentOfField } from "../time/words";

/** What a value is, by its default. */
export type Kind = "number" | "list";

const longest = 4_000; // characters, as the contract has it
const inOneLine = 60; // characters

/** @param value JSON; what cannot be read is a list, which is written whole. */
export function kindOf(value: string): Kind {
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? "number" : "list";
}

/** JSON as one reads it: short in one line, long with a line for each part; what cannot be read as it is. */
export function pretty(value: string): string {
  try {
    const parsed: unknown = JSON.parse(value);
    if (!Array.isArray(parsed) || parsed.every((one) => typeof one !== "object")) return JSON.stringify(parsed).replaceAll('","', '", "').replaceAll(/(\d),(?=\d)/g, "$1, ");
    const lines = parsed.map((one) => JSON.stringify(one));
    return lines.join("").length <= inOneLine ? JSON.stringify(parsed) : `[\n${lines.map((line) => `  ${line}`).join(",\n")}\n]`;
  } catch {
    return value;
  }
}

/** The same value, however it is written. */
export function isSame(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return one === other;
  }
}

export type ValueProblem = { key: "empty" | "number" | "long" | "past" } | { key: "json"; where: string };

/**
 * What is wrong with a value before it is sent; what it may be, the platform says.
 * @param from a date field; empty = at once.
 * @param now milliseconds since 1970.
 */
export function problemOf(value: string, kind: Kind, from: string, now: number): ValueProblem | undefined {
  if (value.trim() === "") return { key: "empty" };
  if (value.length > longest) return { key: "long" };
  if (kind === "number" && kindOf(value) !== "number") return { key: "number" };
  if (kind === "list") {
    const where = jsonProblem(value);
    if (where !== undefined) return { key: "json", where };
  }
  const moment = from === "" ? now + 1 : momentOfField(from);
  return moment === undefined || moment <= now ? { key: "past" } : undefined;
}

function jsonProblem(value: string): string | undefined {
  try {
    JSON.parse(value);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
