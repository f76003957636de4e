import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import type { PriorityProfile } from "../../generated/handhaving/capacity/v1/priority_pb";
import type { PriorityService } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import { useFocusBack } from "../../look/useFocusBack";
import { useStore } from "../../time/store";
import { draftOf, problemOf, profileOf, sumOf, type ProfileDraft } from "./profileDraft";
import { ThemeRows } from "./ThemeRows";

interface Properties {
  client: Client<typeof PriorityService>;
  owner: string;
  latest: PriorityProfile | undefined;
  onDone: () => void;
}

/** A new version of the priorities, begun as the latest is; it holds when everybody who must be heard was. */
export function NewProfile({ client, owner, latest, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [draft, setDraft] = useState<ProfileDraft>();
  const button = useFocusBack(draft !== undefined);
  const [seen, setSeen] = useState("");
  const place = `profile ${owner}`;
  const isBusy = useStore(acts).busy.has(place);
  const problem = draft && problemOf(draft);
  const change = (part: Partial<ProfileDraft>) => { if (draft) setDraft({ ...draft, ...part }); };
  const propose = async () => {
    if (!draft || problem) return;
    const answer = await acts.run(place, t("theme.new.done"), (requestId) => client.proposePriorityProfile({ parent: owner, profile: profileOf(draft), latest: seen, requestId }));
    if (answer) setDraft(undefined);
    else setSeen(latest?.name ?? "");
    onDone();
  };
  return (
    <section className="theme-part">
      <button ref={button} aria-expanded={draft !== undefined} onClick={() => { setSeen(latest?.name ?? ""); setDraft(draft ? undefined : draftOf(latest)); }}>{t("theme.new.title")}</button>
      {draft && (
        <form className="new-profile" aria-label={t("theme.new.title")} onSubmit={(event) => { event.preventDefault(); void propose(); }} onKeyDown={(event) => { if (event.key === "Escape") setDraft(undefined); }}>
          <TextField label={t("theme.new.document")} value={draft.document} most={200} onChange={(document) => change({ document })} />
          <div className="theme-fields">
            <label className="field">{t("theme.new.from")}<input type="date" value={draft.from} aria-invalid={problem === "days"} onChange={(event) => change({ from: event.target.value })} /></label>
            <label className="field">{t("theme.new.until")}<input type="date" value={draft.until} aria-invalid={problem === "days"} onChange={(event) => change({ until: event.target.value })} /></label>
          </div>
          <ThemeRows themes={draft.themes} onChange={(themes) => change({ themes })} />
          <p role="status">{t("theme.new.left", { share: 100 - sumOf(draft) })}</p>
          <TextField label={t("theme.new.motive")} value={draft.motive} most={1000} lines={2} onChange={(motive) => change({ motive })} />
          {problem && <p role="alert" className="problem-line">{t(`theme.new.problem.${problem}`)}</p>}
          <div className="buttons">
            <button type="submit" className="main" disabled={problem !== undefined || isBusy}>{t("theme.new.propose")}</button>
            <button type="button" onClick={() => setDraft(undefined)}>{t("act.leave")}</button>
          </div>
        </form>
      )}
      <TroubleBox place={place} />
    </section>
  );
}
