import { Plot } from './Plot';
import { type Axis, plotScales } from './plotScales';
import { Readout } from './Readout';

export interface Dot {
  x: number;
  y: number;
  color: string;
}

/** A named place among the dots. */
export interface Centre extends Dot {
  name: string;
  text: string;
}

interface Props {
  width: number;
  height: number;
  x: Axis;
  y: Axis;
  dots: Dot[];
  centres?: Centre[];
  /** What is read out of the centres. */
  label: string;
}

/** Dots by two numbers each; centres carry their names, so that colour is not the only difference. */
export function DotPlot({ width, height, x, y, dots, centres = [], label }: Props) {
  const scales = plotScales(x, y, width, height);
  const stops = centres.map(({ text, color, ...at }) => ({
    x: scales.x(at.x),
    y: scales.y(at.y),
    text,
    color,
  }));
  return (
    <Readout label={label} width={width} height={height} stops={stops}>
      <Plot width={width} height={height} x={x} y={y}>
        {() => (
          <>
            {dots.map((dot, i) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: dots have no names and keep their order
                key={i}
                cx={scales.x(dot.x)}
                cy={scales.y(dot.y)}
                r={2.6}
                fill={dot.color}
                opacity={0.55}
              />
            ))}
            {centres.map((centre) => (
              <g key={centre.name}>
                <circle
                  cx={scales.x(centre.x)}
                  cy={scales.y(centre.y)}
                  r={11}
                  className="plot-marked"
                  stroke={centre.color}
                />
                <text
                  x={scales.x(centre.x)}
                  y={scales.y(centre.y) + 4}
                  textAnchor="middle"
                  className="bars-label"
                >
                  {centre.name}
                </text>
              </g>
            ))}
          </>
        )}
      </Plot>
    </Readout>
  );
}
