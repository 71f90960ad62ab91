export const reminderEvents = { POINTS_EXPIRING: "loyalty.points_expiring" } as const
