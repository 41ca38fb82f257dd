/** When → job, as crontab lines in UTC: `minute hour day month weekday task`. `?fill=1d` catches up after an outage. */
export const SCHEDULE: readonly string[] = [
  // What is upcoming and what is past changes with the day, in the time zone of each event: pages are made anew at every quarter.
  '*/15 * * * * new-quarter',
];
