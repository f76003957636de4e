import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Combobox } from "../asking/Combobox";
import { searchTypes } from "../catalog/typeSearch";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";

/** What is going on: a kind of the municipality of the place, of all of the desk's until that is known. */
export function TypeField() {
  const { t } = useTranslation();
  const { draft, catalog } = useDesk();
  const { typeWords, typeElsewhere, municipality } = useStore(draft);
  const { types: all } = useStore(catalog);
  const types = useMemo(() => (all.length === 0 ? all : catalog.typesIn(municipality)), [all, catalog, municipality]);
  useEffect(() => draft.fitType(types), [draft, types]);
  const choices = useMemo(() => searchTypes(typeWords, types).map((type) => ({ key: type.code, label: type.displayName, value: type })), [typeWords, types]);
  const isElsewhere = typeElsewhere !== "";
  return (
    <>
      <Combobox
        label={t("report.type")} words={typeWords} choices={choices} nothing={t("report.noType")} isInvalid={isElsewhere} describedBy="report-type-elsewhere" autoFocus
        onWords={draft.seekType} onChoose={({ value }) => draft.chooseType(value)}
      />
      <p id="report-type-elsewhere" role="status" className={isElsewhere ? "outside" : undefined}>{isElsewhere && t("report.typeElsewhere", { municipality: catalog.municipalityName(municipality) })}</p>
    </>
  );
}
