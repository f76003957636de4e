import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { useAnswer } from "../../asking/useAnswer";
import { addDays, dayOf } from "../../capacity/calendar/period";
import { failureOf, type Failure } from "../../contracts/failure";
import type { DemandService } from "../../generated/handhaving/capacity/v1/demand_service_pb";
import type { AnalyseRegionResponse, StaffingService } from "../../generated/handhaving/capacity/v1/staffing_service_pb";
import { stretchOf } from "../sizing/sizeDraft";
import { askedOf, type RegionDraft } from "./regionDraft";
import { RegionForm } from "./RegionForm";
import { RegionResult } from "./RegionResult";

interface Properties {
  clients: { demand: Client<typeof DemandService>; staffing: Client<typeof StaffingService> };
  owner: string;
}

const week = "7"; // days over which calls expected are taken on average

/** Units of a region that help each other. */
export function RegionPart({ clients, owner }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const [draft, setDraft] = useState<RegionDraft>();
  const [notExpected, setNotExpected] = useState<Failure>();
  const { answer, isAsking, failure, ask } = useAnswer<AnalyseRegionResponse>();
  const analyse = (asked: RegionDraft) => {
    setDraft(asked);
    void ask(() => clients.staffing.analyseRegion({ parent: owner, ...askedOf(asked) }));
  };
  const expect = async () => {
    setNotExpected(undefined);
    const { start, end } = stretchOf({ day: addDays(dayOf(Date.now()), 1), days: week });
    try {
      return (await clients.demand.forecastDemand({ parent: owner, startTime: timestampFromMs(start), endTime: timestampFromMs(end) })).hours;
    } catch (error) {
      setNotExpected(failureOf(error));
      return [];
    }
  };
  return (
    <>
      <RegionForm isBusy={isAsking} onExpect={owner.startsWith("municipalities/") ? expect : undefined} onAsk={analyse} />
      {notExpected && <FailureBox failure={notExpected} advice={readingAdviceOf(notExpected)} retry={undefined} signInBeside={signInBeside} />}
      <p role="status">{isAsking ? t("staffing.reading") : answer ? "" : t("staffing.region.about")}</p>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={draft && (() => analyse(draft))} signInBeside={signInBeside} />}
      {answer && draft && <RegionResult answer={answer} missing={Number(draft.without)} />}
    </>
  );
}
