import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test, vi } from "vitest";
import type { Clients } from "../../src/contracts/clients";
import { Duty } from "../../src/field/duty/duty";
import { ErrorInfoSchema } from "../../src/generated/google/rpc/error_details_pb";
import { UnitAvailability, type Unit } from "../../src/generated/handhaving/dispatch/v1/unit_pb";
import type { Person } from "../../src/session/person";
import { unit } from "../board/messages";

const person = { subject: "officer-1", municipalities: ["0888"], teams: [] as readonly string[] } as unknown as Person;
const signedIn = { state: { phase: "starting" as const }, follow: () => () => undefined };
const off = (callSign: string) => unit(callSign, { availability: UnitAvailability.OFF_DUTY });

test("a list of units is read anew without leaving the screen, and stays when it cannot be", async () => {
  const answers: (() => Promise<{ units: Unit[] }>)[] = [
    () => Promise.resolve({ units: [off("bee1")] }),
    () => Promise.resolve({ units: [unit("bee1")] }),
    () => Promise.reject(new Error("gone")),
  ];
  const duty = new Duty({ units: { listUnits: () => answers.shift()?.() } } as unknown as Clients, person, signedIn);
  await duty.look();
  const phases = vi.fn();
  duty.follow(() => { phases(duty.state.phase); });

  await duty.lookAgain();
  await duty.lookAgain();

  expect(duty.state).toMatchObject({ phase: "off", units: [{ callSign: "bee1", availability: UnitAvailability.AVAILABLE }] });
  expect(phases.mock.calls).toEqual([["off"]]);
});

test("a duty that somebody else ended is told until that was seen, and with the next duty no more", async () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: (key: string) => void kept.delete(key) };
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("sessionStorage", storage);
  const ended = new ConnectError("no", Code.NotFound, undefined, [{ desc: ErrorInfoSchema, value: { reason: "NOT_FOUND", domain: "handhaving" } }]);
  const duty = new Duty({
    units: { listUnits: () => Promise.resolve({ units: [off("bee1")] }) },
    board: { watchUnit: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(ended) }) }) },
  } as unknown as Clients, person, signedIn);
  duty.signedOn(off("bee1").name);
  await vi.waitFor(() => expect(duty.state).toMatchObject({ phase: "off", endedFor: "bee1" }));

  duty.seenEnd();

  expect(duty.state).toMatchObject({ phase: "off", endedFor: "" });
  vi.unstubAllGlobals();
});
