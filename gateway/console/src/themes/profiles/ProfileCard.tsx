import type { Client } from "@connectrpc/connect";
import { useTranslation } from "react-i18next";
import { roleKey } from "../../conflicts/keys";
import type { Names } from "../../conflicts/names";
import { ProfileState, type PriorityProfile, type ProfileSeat } from "../../generated/handhaving/capacity/v1/priority_pb";
import type { PriorityService } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import type { Person } from "../../session/person";
import { dayOfDate, sayDate } from "../../time/date";
import { minuteOf } from "../../time/stretch";
import { OpinionForm } from "./OpinionForm";
import { isExpired, seatsOf } from "./profiles";

interface Properties {
  profile: PriorityProfile;
  client: Client<typeof PriorityService>;
  person: Person;
  names: Names;
  today: string;
  onActed: () => void;
}

/** One version: on which document it rests, its themes, who was heard and who is still to be heard. */
export function ProfileCard({ profile, client, person, names, today, onActed }: Properties) {
  const { t } = useTranslation();
  const isValid = profile.state === ProfileState.VALID;
  const isOver = isExpired(profile, today);
  const seat = (of: ProfileSeat | undefined) => (of ? t("theme.opinion.seat", { role: t(`conflict.vote.role.${roleKey(of.role)}`), owner: names.ownerOf(of.of) }) : "");
  return (
    <article className="profile" data-name={profile.name} aria-label={t("theme.version", { number: profile.name.split("/").at(-1) })}>
      <header>
        <strong>{t("theme.version", { number: profile.name.split("/").at(-1) })}</strong>
        <span className={isValid ? "profile-state valid" : "profile-state"}>{t(isValid ? "theme.state.valid" : "theme.state.proposed")}</span>
        {isOver && <span className="profile-state over">{t("theme.state.expired")}</span>}
      </header>
      <p>{t("theme.rests", { document: profile.document, from: sayDate(dayOfDate(profile.validFrom)), until: sayDate(dayOfDate(profile.validUntil)) })}</p>
      <p className="quiet">{t("theme.proposed", { who: profile.proposedBy, time: minuteOf(profile.proposeTime) })} {t("theme.motive", { motive: profile.motive })}</p>
      <ul className="theme-weights">
        {profile.themes.map(({ code, displayName, weight, origin, families, areas }) => <li key={code}><strong>{t("theme.percent", { share: weight })}</strong> {displayName} <span className="quiet">{origin}{families.length > 0 && `; ${families.join(", ")}`}{areas.length > 0 && `; ${areas.join(", ")}`}</span></li>)}
        <li><strong>{t("theme.percent", { share: profile.otherWeight })}</strong> {t("theme.other")}</li>
      </ul>
      {profile.awaited.length > 0 && <p className="awaited">{t("theme.opinion.awaited", { who: profile.awaited.map(seat).join("; ") })}</p>}
      <ul className="opinions">{profile.opinions.map((opinion) => <li key={seat(opinion.seat)}><strong>{seat(opinion.seat)}</strong>: {opinion.text} <span className="quiet">{t("theme.opinion.by", { who: opinion.givenBy, time: minuteOf(opinion.giveTime) })}</span></li>)}</ul>
      {!isValid && seatsOf(person, profile).map((role) => <OpinionForm key={role} profile={profile} role={role} client={client} onActed={onActed} />)}
    </article>
  );
}
