/** A row of numbers over the same moments as the others of its chart. */
export interface Series {
  name: string;
  /** Undefined where nothing is known: the line is broken there. */
  values: readonly (number | undefined)[];
}

/** Where the drawing stands in its picture, in its own units. */
export const picture = { width: 960, height: 240, left: 48, right: 8, top: 10, bottom: 28 } as const;

const roundSteps = [1, 2, 5, 10];

/** Lines of the scale from 0 to at least the highest value, four or five of them at round numbers. */
export function ticksOf(highest: number): number[] {
  if (!(highest > 0)) return [0, 1];
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (roundSteps.find((one) => one * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => Math.round(at * step * 1e6) / 1e6);
}

export const highestOf = (series: readonly Series[]): number => Math.max(0, ...series.flatMap(({ values }) => values.filter((value) => value !== undefined)));

/** @param count how many moments there are. */
export const xOf = (at: number, count: number): number => picture.left + (count < 2 ? 0.5 : at / (count - 1)) * (picture.width - picture.left - picture.right);

export const yOf = (value: number, top: number): number => picture.height - picture.bottom - (value / top) * (picture.height - picture.top - picture.bottom);

/** The line through the values, broken where nothing is known. */
export function pathOf(values: readonly (number | undefined)[], top: number): string {
  const points = values.map((value, at) => (value === undefined ? undefined : `${round(xOf(at, values.length))} ${round(yOf(value, top))}`));
  return points.map((point, at) => (point === undefined ? "" : `${at > 0 && points[at - 1] !== undefined ? "L" : "M"}${point}`)).join("");
}

/** The area between two rows that are known everywhere. */
export function bandOf(low: readonly number[], high: readonly number[], top: number): string {
  const there = high.map((value, at) => `${round(xOf(at, high.length))} ${round(yOf(value, top))}`);
  const back = low.map((value, at) => `${round(xOf(at, low.length))} ${round(yOf(value, top))}`).reverse();
  return there.length === 0 ? "" : `M${[...there, ...back].join("L")}Z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
