import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { ReasonForm } from "../../asking/ReasonForm";
import type { JointCheck } from "../../generated/handhaving/capacity/v1/joint_check_pb";
import type { JointCheckService } from "../../generated/handhaving/capacity/v1/joint_check_service_pb";
import { useFocusBack } from "../../look/useFocusBack";
import { useStore } from "../../time/store";

interface Properties {
  client: Client<typeof JointCheckService>;
  /** Name of the check. */
  check: string;
  onDone: (check: JointCheck | undefined) => void;
}

/** Calls a check off, with the reason that all who take part read. */
export function CancelButton({ client, check, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isAsking, setAsking] = useState(false);
  const button = useFocusBack(isAsking);
  const place = `cancel ${check}`;
  const isBusy = useStore(acts).busy.has(place);
  const cancel = async (reason: string) => {
    setAsking(false);
    const answer = await acts.run(place, t("check.cancel.done"), (requestId) => client.cancelJointCheck({ name: check, reason, requestId }));
    onDone(answer?.jointCheck);
  };
  return (
    <>
      <div className="buttons"><button ref={button} disabled={isBusy} aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>{t("check.cancel.title")}</button></div>
      {isAsking && <ReasonForm label={t("check.cancel.reason")} confirm={t("check.cancel.title")} most={500} onSubmit={(reason) => void cancel(reason)} onLeave={() => setAsking(false)} />}
      <TroubleBox place={place} />
    </>
  );
}
