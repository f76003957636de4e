import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../time/clock";
import { useStore } from "../../time/store";
import { minutesAndSeconds } from "../../time/words";
import type { Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import type { UnitFeed } from "../duty/unitFeed";
import { useField } from "../field";
import { isSwitchedOff, keepSwitch } from "./choice";
import { refusalKey } from "./refusals";

const oldAfter = 60_000; // milliseconds after which the desk sees it as old

/** Whether the desk knows where this unit is, how old that is, and the key that ends it. */
export function PositionLine({ unit, feed }: { unit: Unit; feed: UnitFeed }) {
  const { t } = useTranslation();
  const { name } = unit;
  const { positions } = useField();
  const { sharing, takenAt, refusal } = useStore(positions);
  const [isWanted, setWanted] = useState(() => !isSwitchedOff(unit));
  const now = useNow();
  useEffect(() => {
    if (!isWanted) return undefined;
    positions.start(name, () => ({ isLive: feed.state.line.phase === "live", skew: feed.state.skew }));
    return positions.stop;
  }, [positions, name, feed, isWanted]);
  const toggle = () => {
    keepSwitch(unit, isWanted);
    setWanted(!isWanted);
  };
  const age = takenAt === undefined ? undefined : now - takenAt;
  const isGood = sharing === "on" && age !== undefined && age < oldAfter;
  return (
    <section className={isGood ? "position" : "position bad"} aria-labelledby="position-title">
      <h2 id="position-title">{t("position.title")}</h2>
      <p className="position-state">
        {sharing === "on" && age === undefined ? t("position.notTaken") : t(isWanted ? `position.${sharing}` : "position.switchedOff")}
        {sharing === "on" && age !== undefined && <> {t(age < oldAfter ? "position.age" : "position.old", { age: minutesAndSeconds(age) })}</>}
      </p>
      {refusal !== "" && <p>{t(`position.refusal.${refusalKey(refusal)}`)}</p>}
      <p className="quiet">{t("position.privacy")}</p>
      <button type="button" className="key" aria-pressed={isWanted} onClick={toggle}>{t("position.share")}</button>
    </section>
  );
}
