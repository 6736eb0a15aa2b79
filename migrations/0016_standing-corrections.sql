CREATE TABLE `standing_corrections` (
	`household_id` text PRIMARY KEY NOT NULL,
	`from_day` text NOT NULL,
	`standing` text NOT NULL,
	`replaced` text NOT NULL,
	`sealed_why` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE cascade
);
