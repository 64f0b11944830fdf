-- CreateTable
CREATE TABLE "stray_request" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "path" VARCHAR(200) NOT NULL,
    "address" VARCHAR(100) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stray_request_pkey" PRIMARY KEY ("hour","kind","path","address")
);
