import { expect, test, vi } from "vitest";
import type { Clients } from "../../src/contracts/clients";
import { Duty } from "../../src/field/duty/duty";
import { UnitAvailability, type Unit } from "../../src/generated/handhaving/dispatch/v1/unit_pb";
import type { Person } from "../../src/session/person";
import { unit } from "../board/messages";

const person = { subject: "officer-1", municipalities: ["0888"], teams: [] as readonly string[] } as unknown as Person;
const off = (callSign: string) => unit(callSign, { availability: UnitAvailability.OFF_DUTY });

test("a list of units is read anew without leaving the screen, and stays when it cannot be", async () => {
  const answers: (() => Promise<{ units: Unit[] }>)[] = [
    () => Promise.resolve({ units: [off("bee1")] }),
    () => Promise.resolve({ units: [unit("bee1")] }),
    () => Promise.reject(new Error("gone")),
  ];
  const duty = new Duty({ units: { listUnits: () => answers.shift()?.() } } as unknown as Clients, person);
  await duty.look();
  const phases = vi.fn();
  duty.follow(() => phases(duty.state.phase));

  await duty.lookAgain();
  await duty.lookAgain();

  expect(duty.state).toMatchObject({ phase: "off", units: [{ callSign: "bee1", availability: UnitAvailability.AVAILABLE }] });
  expect(phases.mock.calls).toEqual([["off"]]);
});
