import { useTranslation } from "react-i18next";
import { Fact } from "../look/Fact";
import { usePlatformNow } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { millisecondsOf } from "../time/timestamp";
import { moment } from "../time/words";
import { availabilityKey, kindKey } from "../units/kinds";
import { numeralOf } from "./crew";
import { equipment } from "./signOn";

/** What a unit on duty is and has. */
export function DutyFacts({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  const now = usePlatformNow();
  const time = (at: Unit["signOnTime"]) => (at ? moment(millisecondsOf(at), now) : "");
  const carried = equipment.filter((one) => unit.equipment.includes(one));
  return (
    <div className="facts">
      {unit.warnings.map((warning) => <p key={warning} className="caution">{warning}</p>)}
      <dl>
        <Fact name={t("duty.unit")} value={`${t(`unit.kind.${kindKey(unit.kind)}`)} ${catalog.municipalityName(municipalityOf(unit.name) ?? "")}`} />
        <Fact name={t("duty.now")} value={`${t(`unit.availability.${availabilityKey(unit.availability)}`)} ${unit.activityReason}`} />
        <Fact name={t("duty.chosen")} value={unit.crew.map((member) => member.officer).join(", ")} />
        <Fact name={t("duty.powers")} value={unit.domains.map(numeralOf).join(", ")} />
        <Fact name={t("duty.since")} value={time(unit.signOnTime)} />
        <Fact name={t("duty.end")} value={time(unit.dutyEndTime)} />
        <Fact name={t("duty.radio")} value={unit.radio} />
        <Fact name={t("duty.vehicle")} value={unit.vehicle} />
        <Fact name={t("duty.equipment")} value={carried.map((one) => t(`duty.piece.${one}`)).join(", ")} />
      </dl>
    </div>
  );
}
