import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import { askings, askingsIn, type Asking } from "../../incident/askings";
import { stepAskings, stepsIn, type StepAsking } from "../../assignment/stepAskings";
import { takesUnits } from "../../dispatch/takesUnits";
import { plain } from "../../queue/order";
import { codesFor, unitsFor } from "./find";
import { alike, incidentsNamed, nameOnLine } from "./incidents";
import type { Act, Suggestion, World } from "./world";

type Completion = (rest: string, world: World) => Suggestion[];

/** The commands, each by its letter, in the order in which they are offered. */
const commands: Readonly<Record<string, Completion>> = {
  m: (rest) => [{ line: `/m ${rest}`, act: { do: "report", words: rest.trim() } }],
  s: status,
  k: couple,
  o: open,
  n: note,
  z: (rest) => [{ line: `/z ${rest}`, act: { do: "seek", words: rest.trim() } }, past(rest)],
  h: (rest) => [past(rest)],
  d: duty,
  l: () => [{ line: "/l", act: { do: "loans" } }],
  ...Object.fromEntries(askings.filter(([what]) => what !== "note").map(([what, letter]): [string, Completion] => [letter, (_, world) => [asked(letter, what, world)]])),
  j: beside,
  ...Object.fromEntries(stepAskings.map(([what, letter]): [string, Completion] => [letter, (rest, world) => steps(letter, what, rest.trim(), world)])),
  "?": () => [{ line: "/?", act: { do: "keys" } }],
};

export const letters: readonly string[] = Object.keys(commands);

/** What the typed line can become, the likeliest first. */
export function suggest(line: string, world: World): Suggestion[] {
  const [, letter, rest] = /^\/?\s*(\S?)\s*(.*)$/s.exec(line) ?? [];
  if (!letter) return letters.map((one) => ({ line: `/${one} `, act: undefined }));
  return commands[plain(letter)]?.(rest ?? "", world) ?? [];
}

function status(rest: string, world: World): Suggestion[] {
  const [unitWord = "", ...codeWords] = rest.split(/\s+/);
  const units = unitsFor(unitWord, world.units);
  if (codeWords.length === 0) return units.map((unit) => ({ line: `/s ${unit.callSign} `, act: undefined }));
  return units.slice(0, 2).flatMap((unit) => codesFor(codeWords.join(" "), world.codesOf(unit)).map((code): Suggestion => ({ line: `/s ${unit.callSign} ${code.code}`, act: { do: "status", unit, code } })));
}

function open(rest: string, world: World): Suggestion[] {
  return choices("/o", incidentsNamed(rest.split(/\s+/), world), world, (incident) => ({ do: "open", incident }));
}

// Without a number it is the incident that is open.
function couple(rest: string, world: World): Suggestion[] {
  const [unitWord = "", ...words] = rest.split(/\s+/);
  const units = unitsFor(unitWord, world.units);
  if (words.every((word) => word === "")) {
    const { opened } = world;
    return units.map((unit) => ({ line: `/k ${unit.callSign} ${opened ? nameOnLine(opened, world) : ""}`, act: opened && { do: "couple", unit, incident: opened } }));
  }
  return units.slice(0, 2).flatMap((unit) => choices(`/k ${unit.callSign}`, incidentsNamed(words, world), world, (incident) => ({ do: "couple", unit, incident })));
}

// Of two with the same number none is taken by Enter alone: first stands the question which.
function choices(line: string, incidents: readonly Incident[], world: World, actOn: (incident: Incident) => Act): Suggestion[] {
  const which = alike(incidents);
  const [number] = which.map((incident) => incident.number);
  return [
    ...(number === undefined ? [] : [{ line: `${line} ${number} `, act: undefined, which }]),
    ...incidents.map((incident): Suggestion => ({ line: `${line} ${nameOnLine(incident, world)}`, act: actOn(incident) })),
  ];
}

function note(rest: string, world: World): Suggestion[] {
  const { opened } = world;
  return [{ line: `/n ${rest}`, act: opened && rest.trim() !== "" ? { do: "note", incident: opened, text: rest.trim() } : undefined }];
}

function past(rest: string): Suggestion {
  return { line: `/h ${rest}`, act: { do: "lookBack", words: rest.trim() } };
}

function duty(rest: string, world: World): Suggestion[] {
  const word = rest.trim();
  if (word === "") return [{ line: "/d ", act: { do: "duty", unit: undefined, isOnDuty: false } }];
  return unitsFor(word, [...world.units, ...world.offDuty]).map((unit) => ({ line: `/d ${unit.callSign}`, act: { do: "duty", unit, isOnDuty: world.units.includes(unit) } }));
}

// What cannot be done with the open incident now is offered by its words alone.
function asked(letter: string, what: Asking, { opened }: World): Suggestion {
  const isPossible = opened && askingsIn(opened).includes(what);
  return { line: `/${letter} `, act: isPossible ? { do: "ask", incident: opened, what } : undefined, notIn: isPossible ? undefined : opened };
}

// Without a unit it is the first on the open incident for which it can be done.
function steps(letter: string, what: StepAsking, word: string, { opened }: World): Suggestion[] {
  const possible = opened?.assignments.filter((assignment) => stepsIn(assignment).includes(what)) ?? [];
  if (possible.length === 0) return [{ line: `/${letter} `, act: undefined, notIn: opened }];
  return (word === "" ? possible : unitsFor(word, possible)).map((assignment) => ({ line: `/${letter} ${assignment.callSign}`, act: { do: "step", assignment, what } }));
}

function beside(_: string, { opened }: World): Suggestion[] {
  if (!opened || !takesUnits(opened)) return [{ line: "/j ", act: undefined, notIn: opened }];
  return [{ line: "/j", act: { do: "sendBeside", offers: opened.assignments.length } }];
}
