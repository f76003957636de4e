import { expect, test, vi } from "vitest";
import { Pointing } from "../../src/places/pointing";

const place = { name: "Punt", municipality: "", latitude: 50.94, longitude: 5.8 };

test("a click is given to the form that was opened last, and after it to the one before", () => {
  const pointing = new Pointing();
  const [first, last] = [vi.fn(), vi.fn()];
  const leaveFirst = pointing.wait(first);
  const leaveLast = pointing.wait(last);

  expect(pointing.point(place)).toBe(true);
  leaveLast();
  pointing.point(place);
  leaveFirst();

  expect([first.mock.calls.length, last.mock.calls.length, pointing.point(place)]).toEqual([1, 1, false]);
});
