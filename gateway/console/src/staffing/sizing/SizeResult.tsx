import { useTranslation } from "react-i18next";
import { LineChart } from "../../charts/LineChart";
import type { SizeUnitsResponse } from "../../generated/handhaving/capacity/v1/staffing_service_pb";
import { millisecondsOf } from "../../time/timestamp";
import { ModelNotes } from "../ModelNotes";
import { momentLabels } from "../momentLabels";
import { HourTable } from "./HourTable";
import type { SizeDraft } from "./sizeDraft";

/** Units hour by hour, with what if one fewer and what is left for patrol; the numbers themselves stand in the table. */
export function SizeResult({ answer: { hours, mostPlanned, models }, asked }: { answer: SizeUnitsResponse; asked: SizeDraft }) {
  const { t } = useTranslation();
  const starts = hours.flatMap(({ startTime }) => (startTime ? [millisecondsOf(startTime)] : []));
  const isPlanned = asked.planned !== "" && Number(asked.planned) > 0;
  const percent = (share: number | undefined) => (share === undefined ? undefined : Math.round(share * 1000) / 10);
  return (
    <section className="staffing-part" aria-labelledby="size-title">
      <h3 id="size-title">{t("staffing.size.title")}</h3>
      <p><strong>{t("staffing.size.most", { count: mostPlanned })}</strong> {t("staffing.size.asked", { wait: asked.wait, share: asked.share, availability: asked.availability })}</p>
      {starts.length > 1 && (
        <>
          <LineChart
            title={t("staffing.size.unitsChart")} inTable={t("staffing.inTable")} labels={momentLabels(starts)}
            series={[{ name: t("staffing.size.plannedNeeded"), values: hours.map(({ plannedNeeded }) => plannedNeeded) }, ...(isPlanned ? [{ name: t("staffing.size.planned"), values: hours.map(() => Number(asked.planned)) }] : [])]}
          />
          <LineChart
            title={t("staffing.size.patrolChart")} inTable={t("staffing.inTable")} labels={momentLabels(starts)}
            series={[{ name: t("staffing.size.patrol"), values: hours.map(({ patrolShare }) => percent(patrolShare)) }, ...(isPlanned ? [{ name: t("staffing.size.patrolPlanned"), values: hours.map(({ plannedPatrolShare }) => percent(plannedPatrolShare)) }] : [])]}
          />
          <LineChart
            title={t("staffing.size.shareChart")} inTable={t("staffing.inTable")} labels={momentLabels(starts)}
            series={[{ name: t("staffing.size.needed"), values: hours.map(({ needed }) => percent(needed?.shareWithin)) }, { name: t("staffing.size.oneFewer"), values: hours.map(({ oneFewer }) => percent(oneFewer?.shareWithin)) }]}
          />
        </>
      )}
      <HourTable hours={hours} isPlanned={isPlanned} />
      <ModelNotes models={models} />
    </section>
  );
}
