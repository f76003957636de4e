import { expect, test } from "vitest";
import { blank, Draft } from "../../src/report/draft";

const parking = { code: "parking.nuisance", displayName: "Parkeeroverlast", defaultPriority: 4 };
const parkingInStein = { ...parking, displayName: "Fout parkeren", defaultPriority: 2 };
const dog = { code: "animal.dog", displayName: "Hond los", defaultPriority: 0 };

function draftOf(...kinds: readonly (typeof dog)[]): Draft {
  const draft = new Draft();
  kinds.forEach(draft.chooseType);
  return draft;
}

test("the priority is the kind's until somebody says one", () => {
  const draft = draftOf(parking);
  expect(draft.state.priority).toBe(4);
  draft.chooseType(dog);
  expect(draft.state.priority).toBe(blank.priority);

  draft.sayPriority(1);
  draft.chooseType(parking);
  expect(draft.state.priority).toBe(1);
});

test("the municipality of the place says what the kind is called and how urgent it is", () => {
  const draft = draftOf(parking);
  draft.fitType([parkingInStein]);

  expect(draft.state).toMatchObject({ type: "parking.nuisance", typeWords: "Fout parkeren", priority: 2, typeElsewhere: "" });
});

test("a kind that the municipality does not have is not sent, and is back when the place is", () => {
  const draft = draftOf(dog);
  draft.fitType([parking]);
  expect(draft.state).toMatchObject({ type: "", typeWords: "Hond los", typeElsewhere: "animal.dog" });

  draft.fitType([parking, dog]);
  expect(draft.state).toMatchObject({ type: "animal.dog", typeElsewhere: "" });
});

test("another kind, or other words, end what was wrong with the one before", () => {
  const draft = draftOf(dog);
  draft.fitType([parking]);
  draft.seekType("park");
  expect(draft.state).toMatchObject({ type: "", typeElsewhere: "" });

  draft.fitType([parking]);
  expect(draft.state).toMatchObject({ type: "", typeWords: "park", typeElsewhere: "" });
});

test("without a list nothing is known to be wrong", () => {
  const draft = draftOf(dog);
  draft.fitType([]);

  expect(draft.state.type).toBe("animal.dog");
});
