import type { Client } from "@connectrpc/connect";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import type { Roster } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { RosterService } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { useStore } from "../../time/store";

interface Properties {
  client: Client<typeof RosterService>;
  owner: string;
  /** A published one. */
  roster: Roster;
  onMade: (roster: Roster) => void;
}

/** Begins a draft that takes the place of a published roster. */
export function ReplaceButton({ client, owner, roster: { name, staffTeam, firstDay, lastDay }, onMade }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const place = `replace ${name}`;
  const isBusy = useStore(acts).busy.has(place);
  const make = async () => {
    const answer = await acts.run(place, t("roster.new.made"), (requestId) => client.createRoster({ parent: owner, roster: { staffTeam, ...(firstDay && { firstDay }), ...(lastDay && { lastDay }), replaces: name }, requestId }));
    if (answer?.roster) onMade(answer.roster);
  };
  return <><button disabled={isBusy} onClick={() => void make()}>{t("roster.new.replace")}</button><TroubleBox place={place} /></>;
}
