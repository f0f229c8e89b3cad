// Written by "npm run api" from openapi.json of the server; edit nothing here.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActionFigures: {
            channel?: string;
            /** Format: int32 */
            customers?: number;
            /** Format: double */
            expectedValue?: number;
            id?: string;
            name?: string;
            segmentTop?: string;
        };
        ActionView: {
            channel?: string;
            condition?: components["schemas"]["JsonNode"];
            /** Format: double */
            cost?: number;
            /** Format: int32 */
            customers?: number;
            description?: string;
            fallback?: boolean;
            id?: string;
            kind?: string;
            /** Format: double */
            lever?: number;
            name?: string;
            /** Format: int32 */
            priority?: number;
            propensity?: string;
            /** Format: int32 */
            recommended?: number;
            sentence?: string;
            /** Format: double */
            share?: number;
            /** Format: int32 */
            validDays?: number;
            value?: string;
        };
        AliasRequest: {
            model?: string;
            reason: string;
        };
        Answer: {
            id?: string;
            message?: string;
            results?: {
                [key: string]: Record<string, never>;
            };
        };
        ArbitrationView: {
            sentence?: string;
        };
        Attribute: {
            fixed?: boolean;
            label?: string;
            /** Format: double */
            maximum?: number;
            /** Format: double */
            minimum?: number;
            name?: string;
            personal?: boolean;
            required?: boolean;
            /** @enum {string} */
            role?: "IDENTIFIER" | "NAME" | "CONTACT" | "CONSENT" | "SIGNUP_DATE" | "FACT";
            /** @enum {string} */
            type?: "TEXT" | "NUMBER" | "WHOLE_NUMBER" | "YES_NO" | "DATE";
            unit?: string;
            values?: string[];
        };
        AttributeView: {
            label?: string;
            masked?: boolean;
            name?: string;
            personal?: boolean;
            type?: string;
            unit?: string;
            value?: Record<string, never>;
        };
        AudiencePreview: {
            /** Format: date-time */
            asOf?: string;
            /** Format: int32 */
            customers?: number;
            sample?: components["schemas"]["SampleCustomer"][];
            suppressed?: components["schemas"]["Suppressed"];
        };
        AudienceView: {
            /** Format: date-time */
            createdAt?: string;
            createdBy?: string;
            /** Format: int32 */
            customers?: number;
            id?: string;
            lastExport?: components["schemas"]["ExportView"];
            name?: string;
            sentence?: string;
            source?: components["schemas"]["JsonNode"];
        };
        AuditEvent: {
            actor?: string;
            /** Format: date-time */
            at?: string;
            detail?: string;
            hash?: string;
            kind?: string;
            /** Format: int64 */
            sequence?: number;
            subject?: string;
        };
        AuditVerification: {
            /** Format: int64 */
            brokenAt?: number;
            /** Format: int64 */
            events?: number;
            valid?: boolean;
        };
        BaseView: {
            /** Format: int32 */
            comparedCustomers?: number;
            /** @enum {string} */
            decidedBy?: "COLUMNS" | "DROOLS";
            difference?: string;
        };
        Batch: {
            id?: string;
            requests: components["schemas"]["Question"][];
        };
        BatchAnswer: {
            id?: string;
            responses?: components["schemas"]["Answer"][];
        };
        Bin: {
            category?: string;
            /** Format: double */
            current?: number;
            /** Format: double */
            from?: number;
            /** @enum {string} */
            kind?: "INTERVAL" | "VALUE" | "CATEGORY" | "OTHER" | "MISSING";
            /** Format: double */
            reference?: number;
            /** Format: double */
            to?: number;
        };
        BroughtCustomer: {
            attributes?: components["schemas"]["JsonNode"];
            id?: string;
            transactions?: components["schemas"]["BroughtTransaction"][];
        };
        BroughtTransaction: {
            /** Format: double */
            amount?: number;
            channel?: string;
            /** Format: date-time */
            occurredAt?: string;
            reference?: string;
        };
        Cell: {
            /** Format: int64 */
            customers?: number;
            from?: string;
            to?: string;
            /** Format: double */
            valueAfter?: number;
            /** Format: double */
            valueBefore?: number;
        };
        ChangeStepView: {
            attribute?: string;
            from?: Record<string, never>;
            label?: string;
            to?: Record<string, never>;
            type?: string;
            unit?: string;
        };
        ChangeView: {
            actionAfter?: string;
            actionBefore?: string;
            customerId?: string;
            segmentAfter?: string;
            segmentBefore?: string;
            /** Format: double */
            valueAfter?: number;
            /** Format: double */
            valueBefore?: number;
        };
        ChannelView: {
            consent?: string;
            id?: string;
            label?: string;
            /** Format: double */
            weight?: number;
        };
        ComparedRow: {
            figures?: components["schemas"]["Figure"][];
            label?: string;
            verdict?: string;
        };
        ConditionCount: {
            /** Format: date-time */
            asOf?: string;
            bySegment?: components["schemas"]["SegmentCount"][];
            /** Format: double */
            clv?: number;
            /** Format: int32 */
            customers?: number;
            /** Format: int64 */
            millis?: number;
            sample?: components["schemas"]["SampleCustomer"][];
            /** Format: double */
            share?: number;
            /** Format: int32 */
            total?: number;
        };
        ConsentView: {
            allowed?: boolean;
            channel?: string;
        };
        CountRequest: {
            condition: components["schemas"]["JsonNode"];
        };
        Credentials: {
            password: string;
            username: string;
        };
        Curve: {
            name?: string;
            points?: number[][];
            x?: string;
            y?: string;
            z?: string;
        };
        CustomerView: {
            attributes?: components["schemas"]["AttributeView"][];
            consents?: components["schemas"]["ConsentView"][];
            decision?: components["schemas"]["ObjectNode"];
            id?: string;
            /** Format: date-time */
            importedAt?: string;
            name?: string;
            purchases?: components["schemas"]["PurchasesView"];
            transactions?: components["schemas"]["Transaction"][];
        };
        Data: {
            asOf?: string;
            /** Format: int32 */
            customers?: number;
            hash?: string;
            /** Format: int32 */
            horizonMonths?: number;
            /** Format: int32 */
            rows?: number;
            source?: string;
            target?: string;
        };
        DecisionRequest: {
            /** Format: date-time */
            asOf?: string;
            customer?: components["schemas"]["BroughtCustomer"];
            customerId?: string;
            reasons?: boolean;
            store?: boolean;
        };
        Drift: {
            bins?: components["schemas"]["Bin"][];
            /** Format: int64 */
            customers?: number;
            ks?: components["schemas"]["Measure"];
            psi?: components["schemas"]["Measure"];
            /** Format: int64 */
            referenceCustomers?: number;
            /** @enum {string} */
            verdict?: "NOT_ENOUGH_DATA" | "STABLE" | "WATCH" | "DRIFT";
        };
        DrlView: {
            drl?: string;
            rule?: string;
        };
        ExportFormat: {
            extension?: string;
            name?: string;
        };
        ExportRequest: {
            channel?: string;
            columns: string[];
            format: string;
        };
        ExportView: {
            channel?: string;
            columns?: string[];
            /** Format: date-time */
            createdAt?: string;
            createdBy?: string;
            /** Format: date-time */
            expiresAt?: string;
            fileName?: string;
            format?: string;
            id?: string;
            /** Format: int64 */
            rows?: number;
            sha256?: string;
            /** Format: int64 */
            sizeBytes?: number;
            /** @enum {string} */
            state?: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
            strategyHash?: string;
        };
        FeatureView: {
            description?: string;
            label?: string;
            name?: string;
            sentence?: string;
            unit?: string;
        };
        Field: {
            dataType?: string;
            id?: string;
            name?: string;
            opType?: string;
            values?: string[];
        };
        Figure: {
            /** Format: double */
            baseline?: number;
            /** Format: double */
            high?: number;
            /** Format: double */
            low?: number;
            name?: string;
            /** Format: double */
            value?: number;
        };
        Finding: {
            features?: string[];
            /** @enum {string} */
            kind?: "GIVEAWAY" | "COMPUTABLE_TARGET" | "TIME_LEAK" | "COPIES" | "FEW_ROWS" | "UNSTABLE_METRIC" | "SIMPLER_MODEL" | "NOT_IDENTIFIED";
            text?: string;
        };
        Group: {
            label?: string;
            name?: string;
        };
        GuardrailView: {
            file?: string;
            name?: string;
            sentence?: string;
        };
        HoldoutView: {
            /** Format: double */
            share?: number;
        };
        ImportRequest: {
            decimalSeparator?: string;
            delimiter?: string;
            dryRun?: boolean;
            encoding?: string;
            fileId?: string;
            mapping?: {
                [key: string]: string;
            };
            source?: components["schemas"]["Source"];
            table?: string;
        };
        ImportView: {
            dryRun?: boolean;
            error?: string;
            errors?: components["schemas"]["RowError"][];
            fileName?: string;
            /** Format: date-time */
            finishedAt?: string;
            id?: string;
            notices?: string[];
            rows?: components["schemas"]["RowCounts"];
            /** Format: date-time */
            startedAt?: string;
            startedBy?: string;
            /** @enum {string} */
            state?: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
            table?: string;
        };
        Input: {
            name?: string;
            reference?: components["schemas"]["ReferenceDistribution"];
            /** @enum {string} */
            type?: "NUMBER" | "TEXT";
            /** Format: double */
            use?: number;
        };
        Integrity: {
            audit?: components["schemas"]["AuditVerification"];
            valid?: boolean;
            violations?: {
                [key: string]: number;
            };
        };
        Job: {
            /** Format: date-time */
            createdAt?: string;
            /** Format: int64 */
            done?: number;
            error?: string;
            /** Format: date-time */
            finishedAt?: string;
            id?: string;
            inputHash?: string;
            kind?: string;
            label?: string;
            requestedBy?: string;
            resultLink?: string;
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            state?: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
            /** Format: int64 */
            total?: number;
        };
        JsonNode: Record<string, never>;
        Key: {
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            expiresAt?: string;
            id?: string;
            name?: string;
            roles?: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
        };
        KeyFigures: {
            /** Format: int32 */
            actionsRecommended?: number;
            /** Format: date-time */
            at?: string;
            /** Format: double */
            atRiskThreshold?: number;
            /** Format: double */
            averageClv?: number;
            /** Format: double */
            churnRiskShare?: number;
            /** Format: int32 */
            customers?: number;
            /** Format: double */
            valueAtRisk?: number;
        };
        Kpis: {
            /** Format: int32 */
            actionsRecommended?: number;
            /** Format: double */
            atRiskThreshold?: number;
            /** Format: double */
            averageClv?: number;
            /** Format: double */
            churnRiskShare?: number;
            previous?: components["schemas"]["PreviousKpis"];
            /** Format: double */
            valueAtRisk?: number;
        };
        LiveVersion: {
            hash?: string;
            /** Format: date-time */
            publishedAt?: string;
            shortHash?: string;
            /** Format: int32 */
            version?: number;
        };
        Matrix: {
            cells?: components["schemas"]["Cell"][];
            groups?: components["schemas"]["Group"][];
            /** Format: int64 */
            moved?: number;
        };
        Measure: {
            /** Format: double */
            high?: number;
            /** Format: double */
            low?: number;
            /** Format: double */
            noise?: number;
            /** Format: double */
            value?: number;
            /** @enum {string} */
            verdict?: "NOT_ENOUGH_DATA" | "STABLE" | "WATCH" | "DRIFT";
        };
        MeasurementView: {
            /** Format: date-time */
            at?: string;
            drift?: components["schemas"]["Drift"];
            modelHash?: string;
            runId?: string;
        };
        Metric: {
            /** Format: double */
            baseline?: number;
            /** Format: double */
            high?: number;
            /** Format: double */
            low?: number;
            name?: string;
            /** Format: double */
            value?: number;
        };
        MixDrift: {
            drift?: components["schemas"]["Drift"];
            groups?: components["schemas"]["Group"][];
            recent?: components["schemas"]["RecentPsi"][];
            subject?: string;
        };
        MlflowEntry: {
            /** Format: date-time */
            at?: string;
            job?: string;
            model?: string;
            problem?: string;
            runId?: string;
            score?: string;
        };
        ModelCard: {
            data?: components["schemas"]["Data"];
            description?: string;
            evidence?: components["schemas"]["ModelEvidence"];
            hash?: string;
            inputs?: components["schemas"]["Input"][];
            /** @enum {string} */
            kind?: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            label?: string;
            metrics?: components["schemas"]["Metric"][];
            notices?: string[];
            protocol?: string;
            score?: string;
            scores?: components["schemas"]["ReferenceDistribution"];
            /** Format: int64 */
            seed?: number;
            settings?: {
                [key: string]: string;
            };
            trainer?: string;
            unit?: string;
            version?: string;
        };
        ModelDescription: {
            id?: string;
            miningFunction?: string;
            properties?: components["schemas"]["Properties"];
            schema?: components["schemas"]["Schema"];
            summary?: string;
        };
        ModelDrift: {
            hash?: string;
            inputs?: components["schemas"]["SubjectDrift"][];
            label?: string;
            score?: string;
            scores?: components["schemas"]["SubjectDrift"];
            version?: string;
        };
        ModelEvidence: {
            curves?: components["schemas"]["Curve"][];
            findings?: components["schemas"]["Finding"][];
            tables?: components["schemas"]["Table"][];
        };
        ModelFigures: {
            hash?: string;
            kind?: string;
            label?: string;
            metric?: components["schemas"]["Metric"];
            name?: string;
            version?: string;
        };
        ModelVersion: {
            aliases?: string[];
            card?: components["schemas"]["ModelCard"];
            /** Format: date-time */
            createdAt?: string;
            createdBy?: string;
            hash?: string;
            inputs?: string[];
            /** @enum {string} */
            kind?: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            label?: string;
            metrics?: components["schemas"]["Metric"][];
            name?: string;
            unit?: string;
            version?: string;
        };
        ModelView: {
            hash?: string;
            kind?: string;
            label?: string;
            name?: string;
            unit?: string;
            version?: string;
        };
        Models: {
            responses?: components["schemas"]["ModelDescription"][];
        };
        MonitoringView: {
            actions?: components["schemas"]["MixDrift"];
            /** Format: date-time */
            asOf?: string;
            models?: components["schemas"]["ModelDrift"][];
            /** Format: int32 */
            runs?: number;
            segments?: components["schemas"]["MixDrift"];
        };
        NearestChangeView: {
            firstAction?: string;
            /** Format: double */
            score?: number;
            segment?: string;
            /** Format: double */
            share?: number;
            steps?: components["schemas"]["ChangeStepView"][];
        };
        NearestChangesView: {
            /** Format: date-time */
            asOf?: string;
            goals?: components["schemas"]["ScoreGoalView"][];
        };
        NewAudience: {
            name: string;
            source: components["schemas"]["JsonNode"];
        };
        NewKey: {
            /** Format: date-time */
            expiresAt?: string;
            name: string;
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
        };
        NewUser: {
            disabled?: boolean;
            displayName: string;
            password: string;
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
            username: string;
        };
        ObjectNode: Record<string, never>;
        Offered: {
            /** @enum {string} */
            kind?: "CUSTOMER_SOURCE" | "AUDIENCE_EXPORTER" | "TRAINER";
            name?: string;
            problem?: string;
        };
        OverviewView: {
            actions?: components["schemas"]["ActionFigures"][];
            /** Format: date-time */
            asOf?: string;
            /** Format: int64 */
            customers?: number;
            /** Format: int32 */
            decided?: number;
            history?: components["schemas"]["KeyFigures"][];
            kpis?: components["schemas"]["Kpis"];
            models?: components["schemas"]["ModelFigures"][];
            segments?: components["schemas"]["SegmentFigures"][];
            strategy?: components["schemas"]["LiveVersion"];
        };
        PageAudienceView: {
            items?: components["schemas"]["AudienceView"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageAuditEvent: {
            items?: components["schemas"]["AuditEvent"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageChangeView: {
            items?: components["schemas"]["ChangeView"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageExportView: {
            items?: components["schemas"]["ExportView"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageImportView: {
            items?: components["schemas"]["ImportView"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageJob: {
            items?: components["schemas"]["Job"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageKey: {
            items?: components["schemas"]["Key"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PagePublication: {
            items?: components["schemas"]["Publication"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageRow: {
            items?: components["schemas"]["Row"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageSimulationView: {
            items?: components["schemas"]["SimulationView"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PageUser: {
            items?: components["schemas"]["User"][];
            nextCursor?: string;
            /** Format: int64 */
            total?: number;
        };
        PasswordChange: {
            currentPassword: string;
            newPassword: string;
        };
        PluginDescription: {
            jar?: string;
            kinds?: components["schemas"]["Offered"][];
            name?: string;
        };
        Points: {
            segment?: number[];
            x?: number[];
            y?: number[];
        };
        PreviewRequest: {
            channel?: string;
            source: components["schemas"]["JsonNode"];
        };
        PreviousKpis: {
            /** Format: int32 */
            actionsRecommended?: number;
            /** Format: date-time */
            asOf?: string;
            /** Format: double */
            averageClv?: number;
            /** Format: double */
            churnRiskShare?: number;
            /** Format: int32 */
            customers?: number;
            /** Format: double */
            valueAtRisk?: number;
        };
        Product: {
            /** Format: double */
            atRiskThreshold?: number;
            currency?: string;
            locale?: string;
            name?: string;
            riskScore?: string;
            valueScore?: string;
            version?: string;
        };
        Properties: {
            /** Format: date-time */
            "created.timestamp"?: string;
            "file.checksum"?: string;
            /** Format: int32 */
            "file.size"?: number;
        };
        Publication: {
            /** Format: date-time */
            publishedAt?: string;
            publishedBy?: string;
            reason?: string;
            strategy?: components["schemas"]["StrategyHash"];
            /** Format: int32 */
            version?: number;
        };
        PublicationRequest: {
            reason: string;
        };
        PurchasesView: {
            /** Format: date-time */
            firstPurchase?: string;
            /** Format: double */
            grossAmount?: number;
            /** Format: date-time */
            lastPurchase?: string;
            /** Format: double */
            netAmount?: number;
            /** Format: int32 */
            purchaseDays?: number;
            /** Format: double */
            refundedAmount?: number;
        };
        Question: {
            arguments: {
                [key: string]: Record<string, never>;
            };
            id?: string;
        };
        RecentPsi: {
            /** Format: date-time */
            at?: string;
            /** Format: double */
            psi?: number;
            /** @enum {string} */
            verdict?: "NOT_ENOUGH_DATA" | "STABLE" | "WATCH" | "DRIFT";
        };
        RecipeView: {
            description?: string;
            features?: string[];
            label?: string;
            score?: string;
            target?: string;
            trainer?: string;
        };
        ReferenceDistribution: {
            /** Format: double */
            missing?: number;
            quantiles?: number[];
            shares?: {
                [key: string]: number;
            };
        };
        Result: {
            actions?: components["schemas"]["Matrix"];
            /** Format: date-time */
            asOf?: string;
            /** Format: int64 */
            changed?: number;
            /** Format: int64 */
            customers?: number;
            /** Format: date-time */
            finishedAt?: string;
            segments?: components["schemas"]["Matrix"];
            /** Format: double */
            valueAfter?: number;
            /** Format: double */
            valueBefore?: number;
        };
        Row: {
            /** Format: double */
            churnRisk?: number;
            /** Format: double */
            clv?: number;
            id?: string;
            name?: string;
            segment?: string;
            topAction?: string;
        };
        RowCounts: {
            /** Format: int64 */
            accepted?: number;
            /** Format: int64 */
            created?: number;
            /** Format: int64 */
            read?: number;
            /** Format: int64 */
            rejected?: number;
            /** Format: int64 */
            unchanged?: number;
            /** Format: int64 */
            updated?: number;
        };
        RowError: {
            column?: string;
            /** Format: int64 */
            line?: number;
            reason?: string;
            value?: string;
        };
        SampleCustomer: {
            /** Format: double */
            churnRisk?: number;
            /** Format: double */
            clv?: number;
            id?: string;
            name?: string;
        };
        Scatter: {
            points?: components["schemas"]["Points"];
            segments?: string[];
            terms?: string[];
            /** Format: int32 */
            total?: number;
        };
        Schema: {
            inputFields?: components["schemas"]["Field"][];
            outputFields?: components["schemas"]["Field"][];
            targetFields?: components["schemas"]["Field"][];
        };
        SchemaView: {
            attributes?: components["schemas"]["Attribute"][];
            currency?: string;
            personalShown?: boolean;
            transactionColumns?: components["schemas"]["TransactionColumnView"][];
        };
        ScoreGoalView: {
            changes?: components["schemas"]["NearestChangeView"][];
            kind?: string;
            label?: string;
            /** Format: double */
            now?: number;
            score?: string;
            /** @enum {string} */
            side?: "BELOW" | "AT_LEAST";
            /** Format: double */
            threshold?: number;
            unit?: string;
        };
        SegmentCount: {
            /** Format: int32 */
            customers?: number;
            label?: string;
            name?: string;
        };
        SegmentFigures: {
            /** Format: double */
            clv?: number;
            color?: string;
            /** Format: int32 */
            customers?: number;
            label?: string;
            name?: string;
        };
        SegmentView: {
            /** Format: double */
            clv?: number;
            color?: string;
            condition?: components["schemas"]["JsonNode"];
            /** Format: int32 */
            customers?: number;
            description?: string;
            label?: string;
            name?: string;
            sentence?: string;
            /** Format: double */
            share?: number;
        };
        SignedIn: {
            displayName?: string;
            product?: components["schemas"]["Product"];
            roles?: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
            username?: string;
        };
        SimulationRequest: {
            models: {
                [key: string]: string;
            };
        };
        SimulationView: {
            /** Format: date-time */
            createdAt?: string;
            createdBy?: string;
            id?: string;
            label?: string;
            obstacle?: string;
            result?: components["schemas"]["Result"];
            strategyAfter?: string;
            strategyBefore?: string;
        };
        Source: {
            plugin?: string;
        };
        StrategyHash: {
            value?: string;
        };
        StrategyView: {
            actions?: components["schemas"]["ActionView"][];
            arbitration?: components["schemas"]["ArbitrationView"];
            /** Format: date-time */
            asOf?: string;
            base?: components["schemas"]["BaseView"];
            channels?: components["schemas"]["ChannelView"][];
            features?: components["schemas"]["FeatureView"][];
            guardrails?: components["schemas"]["GuardrailView"][];
            hash?: string;
            holdout?: components["schemas"]["HoldoutView"];
            models?: components["schemas"]["ModelView"][];
            /** Format: date-time */
            publishedAt?: string;
            publishedBy?: string;
            segments?: components["schemas"]["SegmentView"][];
            shortHash?: string;
            /** Format: int32 */
            version?: number;
        };
        SubjectDrift: {
            drift?: components["schemas"]["Drift"];
            label?: string;
            name?: string;
            recent?: components["schemas"]["RecentPsi"][];
            subject?: string;
        };
        Suppressed: {
            /** Format: int32 */
            gone?: number;
            /** Format: int32 */
            heldOut?: number;
            /** Format: int32 */
            noConsent?: number;
        };
        Table: {
            name?: string;
            rows?: components["schemas"]["ComparedRow"][];
            title?: string;
        };
        TermView: {
            description?: string;
            label?: string;
            /** Format: double */
            maximum?: number;
            /** Format: double */
            minimum?: number;
            name?: string;
            operators?: ("EQUALS" | "NOT_EQUALS" | "LESS_THAN" | "AT_MOST" | "GREATER_THAN" | "AT_LEAST" | "BETWEEN" | "ONE_OF" | "NOT_ONE_OF" | "IS_MISSING" | "IS_PRESENT")[];
            /** @enum {string} */
            origin?: "ATTRIBUTE" | "FEATURE" | "SCORE" | "SEGMENT";
            /** @enum {string} */
            type?: "NUMBER" | "TEXT" | "YES_NO";
            unit?: string;
            values?: string[];
        };
        TrainingRequest: {
            scores: string[];
            /** Format: int64 */
            seed?: number;
        };
        Transaction: {
            /** Format: double */
            amount?: number;
            channel?: string;
            /** Format: date-time */
            occurredAt?: string;
            reference?: string;
        };
        TransactionColumnView: {
            label?: string;
            name?: string;
            required?: boolean;
        };
        User: {
            /** Format: date-time */
            changedAt?: string;
            /** Format: date-time */
            createdAt?: string;
            disabled?: boolean;
            displayName?: string;
            roles?: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
            username?: string;
        };
        UserChange: {
            disabled?: boolean;
            displayName?: string;
            password?: string;
            roles?: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
        };
        VocabularyView: {
            terms?: components["schemas"]["TermView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
