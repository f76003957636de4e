import type { Client } from "@connectrpc/connect";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import type { Roster } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { RosterService } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { stretchOf } from "../../time/stretch";
import { useStore } from "../../time/store";
import { missingOf, takersOf } from "./deployments";

interface Properties {
  client: Client<typeof RosterService>;
  roster: Roster;
  functionOf: (code: string) => string;
  isUnkept: boolean;
  mayChange: boolean;
  onDone: (roster: Roster | undefined) => void;
  onOpen: (shift: string) => void;
}

/** What was promised to cases in the days of a roster, and where it misses people; with the key that puts people on shift to it. */
export function DeploymentPanel({ client, roster, functionOf, isUnkept, mayChange, onDone, onOpen }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const place = `deployments ${roster.name}`;
  const isBusy = useStore(acts).busy.has(place);
  if (roster.deployments.length === 0) return null;
  const open = roster.deployments.filter((cover) => missingOf(cover) > 0).length;
  const assign = async () => {
    const answer = await acts.run(place, t("roster.deployment.done"), (requestId) => client.assignDeployments({ name: roster.name, etag: roster.etag, requestId }));
    if (answer) onDone(answer.roster);
  };
  return (
    <details className="panel roster-findings" open={open > 0}>
      <summary>{open === 0 ? t("roster.deployment.whole", { count: roster.deployments.length }) : `⚠ ${t("roster.deployment.missing", { count: open })}`}</summary>
      <ul>
        {roster.deployments.map((cover) => (
          <li key={cover.deployment}>
            <strong>{cover.caseId || t("roster.deployment.gone")}</strong>
            <span>{t("roster.deployment.line", { function: functionOf(cover.function), promised: cover.promisedCount, rostered: cover.rosteredCount, ...stretchOf(cover) })}</span>
            {cover.gaps.map((gap) => <span key={String(gap.startTime?.seconds)} className="unit-warning">{t("roster.deployment.gap", { count: gap.missing, ...stretchOf(gap) })}</span>)}
            {cover.promisedCount === 0 && takersOf(roster.shifts, cover).map(({ id }) => <button key={id} onClick={() => onOpen(id)}>{t("roster.finding.toShift")}</button>)}
          </li>
        ))}
      </ul>
      {mayChange && open > 0 && <button disabled={isBusy || isUnkept} onClick={() => void assign()}>{t("roster.deployment.assign")}</button>}
      {mayChange && open > 0 && isUnkept && <p className="quiet">{t("roster.deployment.keepFirst")}</p>}
      <TroubleBox place={place} />
    </details>
  );
}
