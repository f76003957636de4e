import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Combobox } from "../asking/Combobox";
import { failureOf, type Failure } from "../contracts/failure";
import { ownerOf } from "../contracts/names";
import { useFailureText } from "../contracts/useFailureText";
import { useDesk } from "../desk/desk";
import type { Officer } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import { useStore } from "../time/store";
import { numeralOf, officersFor } from "./crew";
import type { SigningOn } from "./signOn";

interface Properties {
  state: SigningOn;
  /** Whether it has the focus at once. */
  isFirst: boolean;
  onChange: (changes: Partial<SigningOn>) => void;
}

/** Who is in the unit: type the end of a number, Enter; a name in the list is taken out again by its key. */
export function CrewField({ state, isFirst, onChange }: Properties) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const { officers, failure } = useOfficers(state.unit && ownerOf(state.unit.name));
  const { crew, crewWords } = state;
  const choices = officersFor(crewWords, officers, crew).map((officer) => ({
    key: officer.id, label: officer.id, note: officer.domains.length === 0 ? t("duty.noPower") : t("duty.domains", { domains: officer.domains.map(numeralOf).join(", ") }), value: officer.id,
  }));
  return (
    <div className="crew-field">
      {failure && <p className="problem-line">{textOf(failure)}</p>}
      <Combobox
        label={t("duty.crew")} words={crewWords} choices={choices} nothing={t("duty.noOfficer")} autoFocus={isFirst}
        onWords={(words) => onChange({ crewWords: words })} onChoose={(choice) => onChange({ crewWords: "", crew: [...crew, choice.value] })}
      />
      <ul className="crew" aria-label={t("duty.chosen")}>
        {crew.map((officer) => (
          <li key={officer}><button type="button" aria-label={t("duty.takeOut", { officer })} onClick={() => onChange({ crew: crew.filter((one) => one !== officer) })}>{officer} <span aria-hidden>✕</span></button></li>
        ))}
      </ul>
    </div>
  );
}

const none: readonly Officer[] = [];

/** Officers who can be in the crew of a unit, read anew for each unit that is chosen; without an owner none. */
function useOfficers(owner: string | undefined): { officers: readonly Officer[]; failure: Failure | undefined } {
  const { roster } = useDesk();
  const { officers } = useStore(roster);
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    if (owner === undefined) return;
    let isOver = false;
    roster.readOfficers(owner).then(
      () => !isOver && setFailure(undefined),
      (error: unknown) => !isOver && setFailure(failureOf(error)),
    );
    return () => { isOver = true; };
  }, [roster, owner]);
  return { officers: officers.get(owner ?? "") ?? none, failure };
}
