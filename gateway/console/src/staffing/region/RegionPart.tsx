import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { useAnswer } from "../../asking/useAnswer";
import type { AnalyseRegionResponse, StaffingService } from "../../generated/handhaving/capacity/v1/staffing_service_pb";
import { askedOf, type RegionDraft } from "./regionDraft";
import { RegionForm } from "./RegionForm";
import { RegionResult } from "./RegionResult";

/** Units of a region that help each other. */
export function RegionPart({ client, owner }: { client: Client<typeof StaffingService>; owner: string }) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const [draft, setDraft] = useState<RegionDraft>();
  const { answer, isAsking, failure, ask } = useAnswer<AnalyseRegionResponse>();
  const analyse = (asked: RegionDraft) => {
    setDraft(asked);
    void ask(() => client.analyseRegion({ parent: owner, ...askedOf(asked) }));
  };
  return (
    <>
      <RegionForm isBusy={isAsking} onAsk={analyse} />
      <p role="status">{isAsking ? t("staffing.reading") : answer ? "" : t("staffing.region.about")}</p>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={draft && (() => analyse(draft))} signInBeside={signInBeside} />}
      {answer && draft && <RegionResult answer={answer} missing={Number(draft.without)} />}
    </>
  );
}
