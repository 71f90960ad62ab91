export const programEvents = { PROGRAM_UPDATED: "loyalty.program_updated" } as const
