import { Container, Heading, Text } from "@medusajs/ui"

import { useText } from "../shared/locale"
import { Empty, LoadError, Loading } from "../shared/states"
import { ProgramCard } from "./program-card"
import { usePrograms } from "./queries"
import { SetUpRow } from "./set-up-row"

/** A card for each currency's program, and a row to set up each currency without one. */
export function Programs() {
  const t = useText()
  const { data, error, refetch } = usePrograms()
  const isEmpty = data && data.programs.length === 0 && data.free.length === 0
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <div className="px-6 py-4">
          <Heading level="h2">{t("program.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("program.subtitle")}
          </Text>
        </div>
        {!data && !error && <Loading />}
        {!data && error && <LoadError error={error} onRetry={refetch} />}
        {isEmpty && (
          <Empty title={t("program.noCurrencies.title")}>{t("program.noCurrencies.help")}</Empty>
        )}
        {data?.free.map((code) => (
          <SetUpRow key={code} currencyCode={code} free={data.free} />
        ))}
      </Container>
      {data?.programs.map((program) => (
        <ProgramCard key={program.id} program={program} />
      ))}
    </div>
  )
}
