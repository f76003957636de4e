import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { activityKeys, type ActivityKey } from "./activities";

/** What a desk does with the duty of a unit, for its crew by radio. */
export function useDutyActs({ name, callSign }: Unit, onSignedOff: (words: string) => void) {
  const { t } = useTranslation();
  const { acts, clients } = useDesk();
  const run = (said: string, send: (requestId: string) => Promise<unknown>) => acts.run(name, said, send);
  return {
    become: (key: ActivityKey, reason = "") => {
      const [activity] = activityKeys.find(([, one]) => one === key) ?? activityKeys[0];
      return run(`${callSign}: ${t(`unit.availability.${key}`)}`, (requestId) => clients.units.changeUnitActivity({ name, activity, reason, requestId }));
    },
    extend: (until: number, reason: string) => run(t("duty.extended", { unit: callSign }), (requestId) => clients.units.extendDuty({ name, dutyEndTime: timestampFromMs(until), reason, requestId })),
    signOff: async () => {
      const said = t("duty.signedOff", { unit: callSign });
      if (await run(said, (requestId) => clients.units.signOffUnit({ name, requestId }))) onSignedOff(said);
    },
  };
}
