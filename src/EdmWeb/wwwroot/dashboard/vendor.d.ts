// As much of the two libraries as the dashboard uses; both are classic scripts with a global.

interface HubStream<T> {
  subscribe(observer: {
    next(message: T): void;
    complete(): void;
    error(reason: unknown): void;
  }): { dispose(): void };
}

interface Hub {
  start(): Promise<void>;
  onclose(callback: () => void): void;
  stream(method: 'Frames', request: object): HubStream<import('./live/frame.js').Frame | import('./live/frame.js').Change>;
  stream(method: 'Pipeline'): HubStream<import('./pipeline/item.js').Pipeline>;
  invoke(method: string, ...args: unknown[]): Promise<unknown>;
}

interface HubBuilder {
  withUrl(url: string, options: object): HubBuilder;
  configureLogging(level: number): HubBuilder;
  build(): Hub;
}

declare const signalR: {
  HubConnectionBuilder: new () => HubBuilder;
  HttpTransportType: { WebSockets: number };
  LogLevel: { None: number };
};

interface ChartScale {
  min: number;
  max: number;
  getPixelForValue(value: number): number;
  getValueForPixel(pixel: number): number | undefined;
}

interface ChartDataset {
  data: { x: number; y: number }[];
  backgroundColor?: string;
  [option: string]: unknown;
}

declare class Chart {
  constructor(canvas: HTMLCanvasElement, config: object);
  readonly ctx: CanvasRenderingContext2D;
  readonly chartArea: { left: number; right: number; top: number; bottom: number; width: number; height: number };
  readonly height: number;
  readonly scales: { x: ChartScale; y: ChartScale };
  readonly data: { datasets: ChartDataset[] };
  // Chart.js' options are a tree of a thousand names; it checks them itself.
  options: any;
  draw(): void;
  resize(): void;
  update(mode: 'none'): void;
}
