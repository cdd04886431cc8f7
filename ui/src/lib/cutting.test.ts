import { describe, expect, it } from "vitest";
import { arrow, frame, moveEdge, moveFrame, pageNames, place, turnFrame, uncut, upright, type Cut, edges } from "./cutting";

describe("the frame of a picture", () => {
  it("has edges that stop at the picture and before each other", () => {
    expect(moveEdge(uncut, "left", -300)).toEqual(uncut);
    expect(moveEdge(uncut, "left", 2_500)).toEqual([2_500, 0, 0, 0]);
    expect(moveEdge(uncut, "right", -2_500)).toEqual([0, 0, 2_500, 0]);
    expect(moveEdge([2_500, 0, 0, 0], "right", -99_999)).toEqual([2_500, 0, 7_000, 0]);
    expect(moveEdge([0, 0, 0, 4_000], "top", 99_999)).toEqual([0, 5_500, 0, 4_000]);
    expect(moveEdge([0, 0, 0, 4_000], "bottom", 1_000)).toEqual([0, 0, 0, 3_000]);
  });

  it("always leaves something, wherever its edges are pulled", () => {
    let cut: Cut = uncut;
    for (let turn = 0; turn < 400; turn += 1) {
      const edge = edges[(turn * 7) % 4] ?? "left";
      cut = moveEdge(cut, edge, ((turn * 7919) % 9_000) - 4_500);
      const left = frame(cut, 1_000, 1_000);
      expect(left.width).toBeGreaterThanOrEqual(49.9);
      expect(left.height).toBeGreaterThanOrEqual(49.9);
      expect(Math.min(...cut)).toBeGreaterThanOrEqual(0);
    }
  });

  it("moves as a whole without changing its size", () => {
    const cut: Cut = [1_000, 2_000, 3_000, 1_000];
    expect(moveFrame(cut, 500, -500)).toEqual([1_500, 1_500, 2_500, 1_500]);
    expect(moveFrame(cut, 99_999, 99_999)).toEqual([4_000, 3_000, 0, 0]);
    expect(moveFrame(cut, -99_999, -99_999)).toEqual([0, 0, 4_000, 3_000]);
  });

  it("stays around the same part when the picture is turned", () => {
    const cut: Cut = [100, 200, 300, 400];
    expect(turnFrame(cut)).toEqual([400, 100, 200, 300]);
    expect(turnFrame(turnFrame(turnFrame(turnFrame(cut))))).toEqual(cut);
  });

  it("is told in hundredths from the left and from above", () => {
    const cut: Cut = [1_000, 2_000, 3_000, 1_000];
    expect(edges.map((edge) => place(cut, edge))).toEqual([10, 20, 70, 90]);
  });

  it("is moved with the arrows, farther with Shift", () => {
    expect(arrow("ArrowLeft", false)).toEqual([-100, 0]);
    expect(arrow("ArrowDown", true)).toEqual([0, 1_000]);
    expect(arrow("Enter", false)).toBeNull();
  });

  it("stands upright after every quarter turn", () => {
    // A corner of a picture of 30 by 20, carried through the written transform.
    const carried = (turns: number, x: number, y: number): [number, number] => {
      const [across = 0, down = 0] = (/translate\(([\d.]+) ([\d.]+)\)/.exec(upright(turns, 30, 20)) ?? []).slice(1).map(Number);
      const [cos, sin] = [[1, 0], [0, 1], [-1, 0], [0, -1]][turns] ?? [1, 0];
      return [across + x * (cos ?? 1) - y * (sin ?? 0), down + x * (sin ?? 0) + y * (cos ?? 1)];
    };
    for (const turns of [0, 1, 2, 3]) {
      const corners = [carried(turns, 0, 0), carried(turns, 30, 20)];
      const size = turns % 2 === 0 ? [30, 20] : [20, 30];
      expect(Math.min(...corners.map(([x]) => x))).toBeCloseTo(0);
      expect(Math.min(...corners.map(([, y]) => y))).toBeCloseTo(0);
      expect(Math.max(...corners.map(([x]) => x))).toBeCloseTo(size[0] ?? 0);
      expect(Math.max(...corners.map(([, y]) => y))).toBeCloseTo(size[1] ?? 0);
    }
  });

  it("names pages that belong together", () => {
    expect(pageNames("Water bill", 1)).toEqual(["Water bill"]);
    expect(pageNames("Water bill", 3)).toEqual(["Water bill 1/3", "Water bill 2/3", "Water bill 3/3"]);
    expect(pageNames("", 2)).toEqual(["1/2", "2/2"]);
  });
});
