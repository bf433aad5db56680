import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TracerProvider,
} from '@opentelemetry/sdk-trace'

export interface TracingOptions {
  /** OTLP over HTTP, e.g. `http://localhost:4318/v1/traces`; absent: nothing leaves the process. */
  otlpEndpoint?: string | undefined
  exporters?: readonly SpanExporter[]
}

/** Sampling is decided once, where a request enters; below, spans follow their parent. */
export function createTracing({ otlpEndpoint, exporters = [] }: TracingOptions): TracerProvider {
  const remote = otlpEndpoint ? [new OTLPTraceExporter({ url: otlpEndpoint })] : []
  return new TracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'souk' }),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [...exporters, ...remote].map((exporter) => new BatchSpanProcessor({ exporter })),
  })
}
