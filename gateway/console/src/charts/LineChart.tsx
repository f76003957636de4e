import { useId } from "react";
import { bandOf, highestOf, pathOf, picture, ticksOf, xOf, yOf, type Series } from "./scale";
import "./charts.css";

interface Properties {
  title: string;
  /** Where the numbers stand as a table. */
  inTable: string;
  series: readonly Series[];
  /** An area around the first series. */
  band?: { name: string; low: readonly number[]; high: readonly number[] } | undefined;
  /** What stands under which moment. */
  labels: readonly { at: number; text: string }[];
}

const marks = 12; // along a line, so that lines are told apart without their colour
const signs = ["●", "■", "▲", "◆"];

/** Lines over the same moments: each with its own dashes, marks and colour, and a legend that shows them. */
export function LineChart({ title, inTable, series, band, labels }: Properties) {
  const id = useId();
  const ticks = ticksOf(Math.max(highestOf(series), ...(band?.high ?? [])));
  const top = ticks.at(-1) ?? 1;
  const count = series[0]?.values.length ?? 0;
  const every = Math.max(1, Math.round(count / marks));
  return (
    <figure className="chart">
      <figcaption id={id}>{title}</figcaption>
      <ul className="chart-legend">
        {series.map(({ name }, at) => <li key={name} data-line={at}><span aria-hidden="true" className="chart-sign">{signs[at]}</span> {name}</li>)}
        {band && <li><span aria-hidden="true" className="chart-band-sign" /> {band.name}</li>}
      </ul>
      <svg role="img" aria-labelledby={id} aria-description={inTable} viewBox={`0 0 ${picture.width} ${picture.height}`}>
        {ticks.map((tick) => <g key={tick} className="chart-tick"><line x1={picture.left} x2={picture.width - picture.right} y1={yOf(tick, top)} y2={yOf(tick, top)} /><text x={picture.left - 6} y={yOf(tick, top) + 4} textAnchor="end">{tick}</text></g>)}
        {labels.map(({ at, text }) => <g key={at} className="chart-moment"><line x1={xOf(at, count)} x2={xOf(at, count)} y1={picture.top} y2={picture.height - picture.bottom} /><text x={xOf(at, count)} y={picture.height - 8} textAnchor="middle">{text}</text></g>)}
        {band && <path className="chart-band" d={bandOf(band.low, band.high, top)} />}
        {series.map(({ name, values }, line) => (
          <g key={name} data-line={line}>
            <path d={pathOf(values, top)} />
            {values.map((value, at) => value !== undefined && at % every === (line * Math.ceil(every / 2)) % every && <text key={at} className="chart-mark" x={xOf(at, count)} y={yOf(value, top) + 4} textAnchor="middle">{signs[line]}</text>)}
          </g>
        ))}
      </svg>
    </figure>
  );
}
