/** When → job, as crontab lines in UTC: `minute hour day month weekday task`. `?fill=1d` catches up after an outage. */
export const SCHEDULE: readonly string[] = [];
