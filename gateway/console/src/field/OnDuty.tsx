import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../acting/TroubleBox";
import { useStore } from "../time/store";
import { availabilityKey } from "../units/kinds";
import { Doing } from "./duty/Doing";
import { SignOff } from "./duty/SignOff";
import { SpeechKeys } from "./duty/SpeechKeys";
import type { UnitFeed } from "./duty/unitFeed";
import { useField } from "./field";
import { FieldLine } from "./FieldLine";
import { GoneJob } from "./gone/GoneJob";
import { jobOf } from "./job/job";
import { JobCard } from "./job/JobCard";
import { AcceptTrouble } from "./offer/AcceptTrouble";
import { Waking } from "./phone/Waking";
import { PositionLine } from "./position/PositionLine";

/** The unit that is on duty: one job at a time, and what it does between jobs. */
export function OnDuty({ feed }: { feed: UnitFeed }) {
  const { t } = useTranslation();
  const { outbox, catalog, goneJobs } = useField();
  const { now, line } = useStore(feed);
  const told = useStore(outbox);
  useStore(catalog);
  const gone = useStore(goneJobs);
  useEffect(() => goneJobs.watch(feed), [goneJobs, feed]);
  useSendingWhenLive(line.phase === "live");
  const unit = now?.unit;
  const job = jobOf(now, told);
  return (
    <>
      <FieldLine feed={feed} />
      {gone.map((one) => <GoneJob key={one.assignment} gone={one} />)}
      <TroubleBox place="job" />
      <AcceptTrouble state={job?.state} />
      <div className={line.phase === "live" ? "duty" : "duty stale"}>
        {unit && (
          <section className="unit-head" aria-labelledby="unit-title">
            <h2 id="unit-title">{unit.callSign}</h2>
            <span className={`availability ${availabilityKey(unit.availability)}`} aria-hidden />
            <span>{t(`unit.availability.${availabilityKey(unit.availability)}`)}</span>
            {unit.warnings.map((warning) => <p key={warning} className="unit-warning">{warning}</p>)}
          </section>
        )}
        {job && <JobCard key={job.assignment.name} job={job} feed={feed} />}
        {unit && !job && <p className="no-job" role="status">{t(unit.assignment === "" ? "field.noJob" : "field.hiddenJob")}</p>}
      </div>
      {unit && <PositionLine unit={unit} feed={feed} />}
      {unit && !job && <Doing unit={unit} />}
      {unit && <SpeechKeys unit={unit} />}
      {unit && <Waking unit={unit.name} isLive={line.phase === "live"} />}
      {unit && !job && <SignOff unit={unit} />}
    </>
  );
}

// What was kept is sent as soon as the platform is there again, whatever the device says of its network.
function useSendingWhenLive(isLive: boolean): void {
  const { outbox } = useField();
  useEffect(() => {
    if (isLive) void outbox.flush();
  }, [isLive, outbox]);
}
