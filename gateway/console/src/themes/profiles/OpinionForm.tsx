import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import { roleKey } from "../../conflicts/keys";
import type { PriorityProfile } from "../../generated/handhaving/capacity/v1/priority_pb";
import type { PriorityService } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import type { TriangleRole } from "../../generated/handhaving/capacity/v1/triangle_pb";
import { useStore } from "../../time/store";

interface Properties {
  profile: PriorityProfile;
  role: TriangleRole;
  client: Client<typeof PriorityService>;
  onActed: () => void;
}

/** What somebody says of a version in one role; said again it takes the place of what was said. */
export function OpinionForm({ profile: { name, etag }, role, client, onActed }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [text, setText] = useState("");
  const place = `opinion ${role} ${name}`;
  const isBusy = useStore(acts).busy.has(place);
  const label = t("theme.opinion.own", { role: t(`conflict.vote.role.${roleKey(role)}`) });
  const give = async () => {
    const answer = await acts.run(place, t("theme.opinion.done"), (requestId) => client.giveOpinion({ name, role, text: text.trim(), etag, requestId }));
    if (answer) setText("");
    onActed();
  };
  return (
    <form className="vote-form" aria-label={label} onSubmit={(event) => { event.preventDefault(); if (text.trim() !== "") void give(); }}>
      <p><strong>{label}</strong></p>
      <TextField label={t("theme.opinion.text")} value={text} most={1000} lines={2} onChange={setText} />
      <div className="buttons"><button type="submit" className="main" disabled={isBusy || text.trim() === ""}>{t("theme.opinion.give")}</button></div>
      <TroubleBox place={place} />
    </form>
  );
}
